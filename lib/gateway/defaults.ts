import type {
  ApiSettings,
  Authorizer,
  GatewayResponse,
  Integration,
  IntegrationResponse,
  IntegrationType,
  Method,
  MethodResponse,
  Model,
  RequestValidator,
  Resource,
  Snapshot,
  StageSettings,
} from './model';
import type { SubjectKind, SubjectValues } from './subjects';

/** A REST API as AWS makes it when it is given a name only, without the models that come with it. */
export function emptySnapshot(name = ''): Snapshot {
  return {
    api: { ...emptyApi(), name },
    resources: { '/': emptyResource() },
    authorizers: {},
    models: {},
    validators: {},
    gatewayResponses: {},
    stages: {},
  };
}

export function emptyApi(): ApiSettings {
  return {
    name: '',
    description: null,
    endpointType: 'EDGE',
    ipAddressType: 'ipv4',
    vpcEndpointIds: [],
    apiKeySource: 'HEADER',
    binaryMediaTypes: [],
    minimumCompressionSize: null,
    executeApiDisabled: false,
    policy: null,
  };
}

export function emptyResource(): Resource {
  return { methods: {} };
}

export function emptyMethod(): Method {
  return {
    authorizationType: 'NONE',
    authorizer: null,
    authorizationScopes: [],
    apiKeyRequired: false,
    operationName: null,
    requestValidator: null,
    requestParameters: {},
    requestModels: {},
    responses: {},
    integration: null,
  };
}

export function emptyMethodResponse(): MethodResponse {
  return { parameters: {}, models: {} };
}

/** AWS's default, 29 s: the most that an account may have without asking for more. */
export const defaultTimeoutMs = 29_000;

export function emptyIntegration(type: IntegrationType = 'MOCK'): Integration {
  return {
    type,
    uri: null,
    httpMethod: null,
    credentials: null,
    connectionType: 'INTERNET',
    connectionId: null,
    integrationTarget: null,
    passthroughBehavior: 'WHEN_NO_MATCH',
    contentHandling: null,
    timeoutMs: defaultTimeoutMs,
    cacheNamespace: null,
    cacheKeyParameters: [],
    tlsInsecure: false,
    responseTransferMode: 'BUFFERED',
    requestParameters: {},
    requestTemplates: {},
    responses: {},
  };
}

export function emptyIntegrationResponse(): IntegrationResponse {
  return { selectionPattern: null, contentHandling: null, parameters: {}, templates: {} };
}

function emptyAuthorizer(): Authorizer {
  return {
    type: 'TOKEN',
    providerArns: [],
    uri: null,
    credentials: null,
    identitySource: null,
    identityValidationExpression: null,
    resultTtl: 300,
    authType: null,
  };
}

function emptyModel(): Model {
  return { contentType: 'application/json', description: null, schema: null };
}

function emptyValidator(): RequestValidator {
  return { validateBody: false, validateParameters: false };
}

export function emptyGatewayResponse(): GatewayResponse {
  return { status: null, parameters: {}, templates: {} };
}

export function emptyStage(): StageSettings {
  return {
    description: null,
    variables: {},
    tracing: false,
    cacheSize: null,
    clientCertificateId: null,
    documentationVersion: null,
    accessLog: null,
    methodSettings: {},
  };
}

/** The value of each kind of subject when nothing was said about it. */
export const defaultOf: { [Kind in SubjectKind]: () => SubjectValues[Kind] } = {
  api: emptyApi,
  resource: emptyResource,
  method: emptyMethod,
  'method-response': emptyMethodResponse,
  integration: emptyIntegration,
  'integration-response': emptyIntegrationResponse,
  authorizer: emptyAuthorizer,
  model: emptyModel,
  validator: emptyValidator,
  'gateway-response': emptyGatewayResponse,
  stage: emptyStage,
};
