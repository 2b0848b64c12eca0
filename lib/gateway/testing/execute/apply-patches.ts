import type { Patch } from '@/lib/gateway/calls';
import type { SubjectKind } from '@/lib/gateway/subjects';

type Ops = 'A' | 'R' | 'D';

/** Paths that AWS lets one patch and by which operations (facts 06), with the field of the snapshot that each stands for. */
const paths: Partial<Record<SubjectKind, Record<string, [field: string, ops: Ops[]]>>> = {
  api: {
    '/name': ['name', ['R']],
    '/description': ['description', ['A', 'R', 'D']],
    '/apiKeySource': ['apiKeySource', ['R']],
    '/binaryMediaTypes/*': ['binaryMediaTypes', ['A', 'R', 'D']],
    '/disableExecuteApiEndpoint': ['executeApiDisabled', ['R']],
    '/endpointConfiguration/types/*': ['endpointType', ['R']],
    '/endpointConfiguration/vpcEndpointIds': ['vpcEndpointIds', ['A', 'D']],
    '/endpointConfiguration/ipAddressType': ['ipAddressType', ['R']],
    '/minimumCompressionSize': ['minimumCompressionSize', ['R']],
    '/policy': ['policy', ['R']],
  },
  method: {
    '/authorizationScopes': ['authorizationScopes', ['A', 'D']],
    '/authorizationType': ['authorizationType', ['R']],
    '/authorizerId': ['authorizer', ['R']],
    '/apiKeyRequired': ['apiKeyRequired', ['R']],
    '/operationName': ['operationName', ['R']],
    '/requestParameters/*': ['requestParameters', ['A', 'R', 'D']],
    '/requestModels/*': ['requestModels', ['A', 'R', 'D']],
    '/requestValidatorId': ['requestValidator', ['R']],
  },
  'method-response': {
    '/responseModels/*': ['models', ['A', 'R', 'D']],
    '/responseParameters/*': ['parameters', ['A', 'R', 'D']],
  },
  integration: {
    '/cacheKeyParameters/*': ['cacheKeyParameters', ['A', 'R', 'D']],
    '/cacheNamespace': ['cacheNamespace', ['R']],
    '/connectionId': ['connectionId', ['R']],
    '/connectionType': ['connectionType', ['R']],
    '/contentHandling': ['contentHandling', ['R']],
    '/httpMethod': ['httpMethod', ['R']],
    '/integrationTarget': ['integrationTarget', ['R']],
    '/passthroughBehavior': ['passthroughBehavior', ['R']],
    '/requestParameters/*': ['requestParameters', ['A', 'R', 'D']],
    '/requestTemplates/*': ['requestTemplates', ['A', 'R', 'D']],
    '/responseTransferMode': ['responseTransferMode', ['R']],
    '/timeoutInMillis': ['timeoutMs', ['R']],
    '/tlsConfig/insecureSkipVerification': ['tlsInsecure', ['R']],
    '/uri': ['uri', ['R']],
  },
  'integration-response': {
    '/contentHandling': ['contentHandling', ['R']],
    '/responseParameters/*': ['parameters', ['A', 'R', 'D']],
    '/responseTemplates/*': ['templates', ['A', 'R', 'D']],
    '/selectionPattern': ['selectionPattern', ['R']],
  },
  authorizer: {
    '/authorizerUri': ['uri', ['R']],
    '/authorizerCredentials': ['credentials', ['R']],
    '/authorizerResultTtlInSeconds': ['resultTtl', ['R']],
    '/authType': ['authType', ['R']],
    '/identitySource': ['identitySource', ['A', 'R', 'D']],
    '/identityValidationExpression': ['identityValidationExpression', ['R']],
    '/providerARNs': ['providerArns', ['A', 'D']],
    '/type': ['type', ['R']],
  },
  model: { '/description': ['description', ['R']], '/schema': ['schema', ['R']] },
  validator: {
    '/validateRequestBody': ['validateBody', ['R']],
    '/validateRequestParameters': ['validateParameters', ['R']],
  },
  stage: {
    '/description': ['description', ['R']],
    '/variables/*': ['variables', ['R', 'D']],
    '/tracingEnabled': ['tracing', ['R']],
  },
};

/** Paths of stages that are no fields: their effects are seen over the wire only. */
function isOther(path: string): boolean {
  const isSetting = /^\/[^/]+\/[^/]+(\/\w+\/\w+)?$/.test(path) && !path.startsWith('/variables/');
  return isSetting || ['/cacheCluster', '/accessLogSettings'].some((start) => path.startsWith(start));
}

export function applyPatches(kind: SubjectKind, target: object, patches: readonly Patch[]): void {
  if (patches.length === 0) throw new Error('a call without patches');
  for (const patch of patches) apply(kind, target as Record<string, unknown>, patch);
}

function apply(kind: SubjectKind, target: Record<string, unknown>, { op, path, value }: Patch): void {
  if (kind === 'stage' && isOther(path)) return;
  const rules = paths[kind] ?? {};
  const at = path.lastIndexOf('/');
  const [field, ops] = rules[path] ?? rules[`${path.slice(0, at)}/*`] ?? [];
  if (field === undefined || !ops?.includes(({ add: 'A', replace: 'R', remove: 'D' } as const)[op])) {
    throw new Error(`${kind}: ${op} ${path}`);
  }
  const key = path
    .slice(at + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
  const before = target[field];
  const text = typeof value === 'object' ? Object.values(value)[0] : value;
  if (Array.isArray(before)) target[field] = member(before, op, rules[path] ? String(text) : key);
  else if (rules[path] || field === 'endpointType') target[field] = parse(field, text, op);
  else entry(before as Record<string, unknown>, key, op, text);
}

function member(list: string[], op: Patch['op'], item: string): string[] {
  if (list.includes(item) === (op === 'add')) throw new Error(`${op} ${item}`);
  return op === 'add' ? [...list, item] : list.filter((other) => other !== item);
}

function entry(map: Record<string, unknown>, key: string, op: Patch['op'], text: string | undefined): void {
  if (op !== 'add' && !(key in map) && op === 'remove') throw new Error(`there is no ${key}`);
  if (op === 'remove') delete map[key];
  else
    map[key] =
      Object.values(map).some((each) => typeof each === 'boolean') || /^(true|false)$/.test(text ?? '')
        ? text === 'true'
        : text;
}

const numbers = ['timeoutMs', 'resultTtl', 'minimumCompressionSize'];
const flags = ['apiKeyRequired', 'executeApiDisabled', 'tlsInsecure', 'validateBody', 'validateParameters', 'tracing'];

function parse(field: string, text: string | undefined, op: Patch['op']): unknown {
  if (op === 'remove' || text === undefined || text === '') return null;
  if (numbers.includes(field)) return Number(text);
  return flags.includes(field) ? text === 'true' : text;
}
