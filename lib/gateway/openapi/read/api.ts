import { policyWithoutApiId } from '@/lib/gateway/from-aws/shared';
import { gatewayResponseStatuses } from '@/lib/gateway/gateway-response-types';
import type { ApiSettings, Snapshot } from '@/lib/gateway/model';
import { extension } from '../words';
import {
  booleanOf,
  choiceOf,
  entriesOf,
  get,
  isThere,
  itemsOf,
  type Node,
  problem,
  type Reading,
  textOf,
  textRecordOf,
  textsOf,
  wholeNumberOf,
} from './reading';

/**
 * Settings of the API as the document has them; what it doesn't say is as in `silent`. What no document of AWS's says, it takes
 * from `base`, or from what Gatehouse noted when it wrote the document.
 */
export function readApi(reading: Reading, silent: ApiSettings, base: ApiSettings | null): ApiSettings {
  const { root } = reading;
  const noted = get(root, extension.gatehouse);
  const endpoint = endpointOf(reading);
  // AWS's documents may leave the endpoint out; ours say all there is to say.
  const unsaid = reading.isOurs ? silent : (base ?? silent);
  const types = get(root, extension.binaryMediaTypes);
  return {
    name: textOf(reading, get(root, 'info', 'title')) ?? base?.name ?? '',
    description: textOf(reading, get(root, 'info', 'description')) ?? silent.description,
    endpointType:
      base?.endpointType ?? choiceOf(reading, get(noted, 'endpointType'), ['REGIONAL', 'EDGE', 'PRIVATE']) ?? 'EDGE',
    ipAddressType: base?.ipAddressType ?? readIpAddressType(reading, get(noted, 'ipAddressType')),
    vpcEndpointIds: endpoint ? textsOf(reading, get(endpoint, 'vpcEndpointIds')) : unsaid.vpcEndpointIds,
    apiKeySource: choiceOf(reading, get(root, extension.apiKeySource), ['HEADER', 'AUTHORIZER']) ?? silent.apiKeySource,
    binaryMediaTypes: [...silent.binaryMediaTypes, ...textsOf(reading, types)],
    minimumCompressionSize:
      wholeNumberOf(reading, get(root, extension.minimumCompressionSize), 0, 10_485_760) ??
      silent.minimumCompressionSize,
    executeApiDisabled: endpoint
      ? booleanOf(reading, get(endpoint, 'disableExecuteApiEndpoint'))
      : unsaid.executeApiDisabled,
    policy: readPolicy(reading, get(root, extension.policy)) ?? silent.policy,
  };
}

function readIpAddressType(reading: Reading, node: Node): ApiSettings['ipAddressType'] {
  return textOf(reading, node) === 'dualstack' ? 'dualstack' : 'ipv4';
}

/** Swagger has them at the root, OpenAPI 3 under a server. */
function endpointOf(reading: Reading): Node | null {
  const { root } = reading;
  const servers = itemsOf(reading, get(root, 'servers'));
  const places = [get(root, extension.endpoint), ...servers.map((server) => get(server, extension.endpoint))];
  return places.find(isThere) ?? null;
}

/** An export names its own API in the policy; snapshots and other gateways have the short form. */
function readPolicy(reading: Reading, node: Node): string | null {
  if (!isThere(node) || node.value === '') return null;
  const text = typeof node.value === 'object' ? JSON.stringify(node.value) : textOf(reading, node);
  return policyWithoutApiId(text, apiIdOf(reading));
}

/** The API that was exported: its id is in the host. `''` for other documents. */
function apiIdOf({ root }: Reading): string {
  const servers = get(root, 'servers').value;
  const urls = Array.isArray(servers) ? servers.map((value) => get({ value, path: [] }, 'url').value) : [];
  const hosts = [get(root, 'host').value, ...urls].map(String);
  return hosts.flatMap((host) => /^(?:https:\/\/)?([a-z0-9]+)\.execute-api\./.exec(host)?.[1] ?? [])[0] ?? '';
}

export function readValidators(reading: Reading): Snapshot['validators'] {
  const all = entriesOf(reading, get(reading.root, extension.validators)).map(([name, node]) => [
    name,
    {
      validateBody: booleanOf(reading, get(node, 'validateRequestBody')),
      validateParameters: booleanOf(reading, get(node, 'validateRequestParameters')),
    },
  ]);
  return Object.fromEntries(all);
}

export function readGatewayResponses(reading: Reading): Snapshot['gatewayResponses'] {
  const all = entriesOf(reading, get(reading.root, extension.gatewayResponses)).flatMap(([type, node]) => {
    if (!Object.hasOwn(gatewayResponseStatuses, type)) {
      problem(reading, node, `API Gateway has no response type ${type}.`);
      return [];
    }
    const response = {
      status: textOf(reading, get(node, 'statusCode')),
      parameters: textRecordOf(reading, get(node, 'responseParameters')),
      templates: textRecordOf(reading, get(node, 'responseTemplates')),
    };
    return [[type, response] as const];
  });
  return Object.fromEntries(all);
}
