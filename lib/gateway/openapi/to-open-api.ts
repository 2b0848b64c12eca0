import { type ApiSettings, type Resource, type Snapshot, verbs } from '@/lib/gateway/model';
import { type Json, parseJson, said } from './json';
import { extension, operationKeys } from './words';
import { writeModels } from './write/models';
import { writeOperation } from './write/operation';
import { type Schemes, writeSecurity } from './write/security';

export interface OpenApiOptions {
  /** The one format that is written. */
  format?: 'oas30';
  /** `info.version`; AWS's export says when it was made. */
  version?: string;
  /** Where the gateway answers; left out where no stage is meant. */
  server?: { restApiId: string; region: string; stage: string };
}

/**
 * A gateway as an OpenAPI 3.0.1 document with API Gateway's extensions, as AWS's own export writes it. Stages aren't in it, nor are
 * resources without methods. Read back by `fromOpenApi` it is the same gateway.
 */
export function toOpenApi(snapshot: Snapshot, options: OpenApiOptions = {}): Json {
  const { api, resources } = snapshot;
  const security = writeSecurity(snapshot);
  const { schemas, rest } = writeModels(snapshot.models);
  const paths = Object.entries(resources).map(([path, resource]) => [path, writeResource(resource, security)] as const);
  return {
    openapi: '3.0.1',
    info: { title: api.name, ...said({ description: api.description }), version: options.version ?? '1.0' },
    ...said({ servers: writeServers(api, options.server) }),
    paths: said(Object.fromEntries(paths)),
    components: said({ schemas, securitySchemes: security.schemes }),
    ...said({
      [extension.validators]: writeValidators(snapshot.validators),
      [extension.gatewayResponses]: writeGatewayResponses(snapshot.gatewayResponses),
      [extension.apiKeySource]: api.apiKeySource === 'HEADER' ? null : api.apiKeySource,
      [extension.binaryMediaTypes]: api.binaryMediaTypes,
      [extension.minimumCompressionSize]: api.minimumCompressionSize,
      [extension.policy]: parseJson(api.policy) ?? api.policy,
      [extension.gatehouse]: { format: 1, ...said({ ...writeEndpoint(api), models: rest }) },
    }),
  };
}

function writeResource({ methods }: Resource, security: Schemes): Json {
  const all = verbs.flatMap((verb) => {
    const method = methods[verb];
    return method ? [[operationKeys[verb], writeOperation(method, security)] as const] : [];
  });
  return Object.fromEntries(all);
}

/** OpenAPI 3 has AWS's endpoint settings under a server. */
function writeServers(api: ApiSettings, server: OpenApiOptions['server']): Json[] {
  const endpoint = said({
    disableExecuteApiEndpoint: api.executeApiDisabled || null,
    vpcEndpointIds: api.vpcEndpointIds,
  });
  const settings = said({ [extension.endpoint]: endpoint });
  if (server) {
    const suffix = server.region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
    const url = `https://${server.restApiId}.execute-api.${server.region}.${suffix}/{basePath}`;
    return [{ url, variables: { basePath: { default: server.stage } }, ...settings }];
  }
  return Object.keys(settings).length === 0 ? [] : [{ url: '/', ...settings }];
}

/** Import and export of AWS leave these to the gateway itself. */
function writeEndpoint({ endpointType, ipAddressType }: ApiSettings): Json {
  return {
    endpointType: endpointType === 'EDGE' ? null : endpointType,
    ipAddressType: ipAddressType === 'ipv4' || endpointType === 'PRIVATE' ? null : ipAddressType,
  };
}

function writeValidators(validators: Snapshot['validators']): Json {
  const all = Object.entries(validators).map(([name, { validateBody, validateParameters }]) => [
    name,
    { validateRequestBody: validateBody, validateRequestParameters: validateParameters },
  ]);
  return Object.fromEntries(all);
}

function writeGatewayResponses(responses: Snapshot['gatewayResponses']): Json {
  const all = Object.entries(responses).map(([type, { status, parameters, templates }]) => [
    type,
    said({ statusCode: status, responseParameters: parameters, responseTemplates: templates }),
  ]);
  return Object.fromEntries(all);
}
