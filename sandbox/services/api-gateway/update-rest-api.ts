import type {
  EndpointConfiguration,
  UpdateRestApiCommandInput,
  UpdateRestApiCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import type { Collections } from '../../model';
import { keyOf } from '../../scope';
import { findRestApi } from './find';
import { applyPatch, type PatchRule, type PatchRules } from './patch';
import { clearableRule, entryRule, flagRule, textRule } from './patch-rules';
import { type PatchWords, plainWords } from './patch-words';
import { badRequest } from './refusals';
import { checkedPolicy, restApiView } from './rest-api-view';

type RestApi = Collections['restApis'];

const endpointTypes = ['REGIONAL', 'EDGE', 'PRIVATE'] as const;
const maxCompressionSize = 10_485_760;

const endpointType: PatchRule<RestApi> = {
  ops: ['replace'],
  apply: (api, value) => {
    const type = endpointTypes.find((known) => known === value);
    if (!type) throw badRequest(`Invalid EndpointTypes specified. Valid options are ${endpointTypes.join(',')}`);
    return { ...api, endpointConfiguration: { ...api.endpointConfiguration, types: [type] } };
  },
};

const vpcEndpoints = entryRule<EndpointConfiguration, 'vpcEndpointIds'>('vpcEndpointIds');

const rules: PatchRules<RestApi> = {
  '/name': textRule('name'),
  '/description': textRule('description', ['add', 'replace', 'remove']),
  '/policy': {
    ops: ['replace'],
    apply: ({ policy: _old, ...api }, value) => (value === '' ? api : { ...api, policy: checkedPolicy(value) }),
  },
  '/securityPolicy': textRule('securityPolicy'),
  '/endpointAccessMode': clearableRule('endpointAccessMode'),
  '/apiKeySource': {
    ops: ['replace'],
    apply: (api, value) => {
      if (value !== 'HEADER' && value !== 'AUTHORIZER')
        throw badRequest('Invalid API key source specified. Valid options are HEADER,AUTHORIZER');
      return { ...api, apiKeySource: value };
    },
  },
  '/disableExecuteApiEndpoint': flagRule('disableExecuteApiEndpoint'),
  '/minimumCompressionSize': {
    ops: ['replace'],
    apply: ({ minimumCompressionSize: _old, ...api }, value) => {
      if (value === '') return api;
      const size = Number(value);
      if (!Number.isInteger(size) || size < 0 || size > maxCompressionSize) {
        throw badRequest(`Invalid minimum compression size, must be between 0 and ${maxCompressionSize}`);
      }
      return { ...api, minimumCompressionSize: size };
    },
  },
  '/binaryMediaTypes/{key}': {
    ops: ['add', 'replace', 'remove'],
    apply: (api, value, { op, key }) => {
      const others = (api.binaryMediaTypes ?? []).filter((type) => type !== key && type !== value);
      if (op === 'remove') return { ...api, binaryMediaTypes: others };
      // A replaced entry moves to the end (facts 4.8).
      return { ...api, binaryMediaTypes: [...others, op === 'replace' && value ? value : key] };
    },
  },
  '/endpointConfiguration/types/{key}': endpointType,
  '/endpointConfiguration/vpcEndpointIds': {
    ops: ['add', 'remove'],
    apply: (api, value, place) => ({
      ...api,
      endpointConfiguration: vpcEndpoints.apply(api.endpointConfiguration ?? {}, value, place),
    }),
  },
  '/endpointConfiguration/ipAddressType': {
    ops: ['replace'],
    apply: (api, value) => {
      if (value !== 'ipv4' && value !== 'dualstack')
        throw badRequest('ipAddressType must be either ipv4 or dualstack.');
      const isPrivate = api.endpointConfiguration?.types?.includes('PRIVATE');
      if (isPrivate && value === 'ipv4')
        throw badRequest('Only dualstack ipAddressType is supported for Private APIs.');
      return { ...api, endpointConfiguration: { ...api.endpointConfiguration, ipAddressType: value } };
    },
  },
};

const words: PatchWords = {
  ...plainWords,
  wrongOp: (patch, ops) =>
    patch.path?.startsWith('/endpointConfiguration/types/')
      ? badRequest("Invalid patch operation specified. Must be 'add'|'remove'|'replace'")
      : plainWords.wrongOp(patch, ops),
};

/** https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateRestApi.html */
export function updateRestApi(
  context: Context,
  input: UpdateRestApiCommandInput,
): Promise<Answer<UpdateRestApiCommandOutput>> {
  return context.state.write((tx) => {
    const before = findRestApi(context, input.restApiId);
    const after = applyPatch(before, input.patchOperations, rules, 'updateRestApiInput', words);
    tx.put('restApis', keyOf.restApi(context.scope, before.id), after);
    // An update answers with tags even when there are none (facts 4.1).
    return { ...restApiView(context, after), tags: after.tags ?? {} };
  });
}
