import type { FieldValue } from './edits';
import type { SubjectKind, SubjectValues } from './subjects';

/**
 * - `value`: changes as a whole
 * - `map`: changes entry by entry
 * - `inside`: holds subjects of their own
 */
type FieldShape<Value> = [Value] extends [FieldValue]
  ? 'value'
  : [Value] extends [Record<string, FieldValue>]
    ? 'map'
    : 'inside';

type Shapes = {
  [Kind in SubjectKind]: { [Field in keyof SubjectValues[Kind]]: FieldShape<SubjectValues[Kind][Field]> };
};

/** Names of the fields of a kind that an edit can set. */
export type FieldName<Kind extends SubjectKind> = {
  [Field in keyof SubjectValues[Kind]]: FieldShape<SubjectValues[Kind][Field]> extends 'inside' ? never : Field;
}[keyof SubjectValues[Kind]];

/** The fields of all subjects, in the order in which people read about them. */
const shapes: Shapes = {
  api: {
    name: 'value',
    description: 'value',
    endpointType: 'value',
    ipAddressType: 'value',
    vpcEndpointIds: 'value',
    apiKeySource: 'value',
    binaryMediaTypes: 'value',
    minimumCompressionSize: 'value',
    executeApiDisabled: 'value',
    policy: 'value',
  },
  resource: { methods: 'inside' },
  method: {
    authorizationType: 'value',
    authorizer: 'value',
    authorizationScopes: 'value',
    apiKeyRequired: 'value',
    operationName: 'value',
    requestValidator: 'value',
    requestParameters: 'map',
    requestModels: 'map',
    responses: 'inside',
    integration: 'inside',
  },
  'method-response': { parameters: 'map', models: 'map' },
  integration: {
    type: 'value',
    uri: 'value',
    httpMethod: 'value',
    credentials: 'value',
    connectionType: 'value',
    connectionId: 'value',
    integrationTarget: 'value',
    passthroughBehavior: 'value',
    contentHandling: 'value',
    timeoutMs: 'value',
    cacheNamespace: 'value',
    cacheKeyParameters: 'value',
    tlsInsecure: 'value',
    responseTransferMode: 'value',
    requestParameters: 'map',
    requestTemplates: 'map',
    responses: 'inside',
  },
  'integration-response': { selectionPattern: 'value', contentHandling: 'value', parameters: 'map', templates: 'map' },
  authorizer: {
    type: 'value',
    providerArns: 'value',
    uri: 'value',
    credentials: 'value',
    identitySource: 'value',
    identityValidationExpression: 'value',
    resultTtl: 'value',
    authType: 'value',
  },
  model: { contentType: 'value', description: 'value', schema: 'value' },
  validator: { validateBody: 'value', validateParameters: 'value' },
  'gateway-response': { status: 'value', parameters: 'map', templates: 'map' },
  stage: {
    description: 'value',
    variables: 'map',
    tracing: 'value',
    cacheSize: 'value',
    clientCertificateId: 'value',
    documentationVersion: 'value',
    accessLog: 'value',
    methodSettings: 'map',
  },
};

/** Name and shape of the fields of a kind that an edit can set, those of subjects inside it left out. */
export const settableFields: Record<SubjectKind, readonly (readonly [name: string, shape: 'value' | 'map'])[]> =
  Object.fromEntries(
    Object.entries(shapes).map(([kind, fields]) => [
      kind,
      Object.entries(fields).filter(([, shape]) => shape !== 'inside'),
    ]),
  ) as Record<SubjectKind, [string, 'value' | 'map'][]>;
