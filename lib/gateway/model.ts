/**
 * The canonical snapshot of a REST API. Every field is always present, and absent, empty and default are one value, so that
 * two gateways that behave alike have equal snapshots. Things are known by what people call them (path, verb, name), never by
 * AWS's ids: the same routes in another API, or read from an OpenAPI document, give the same snapshot. Plain JSON.
 *
 * `canonicalise` makes a snapshot canonical; everything else here expects canonical snapshots and gives them back.
 */

export const verbs = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ANY'] as const;
export type Verb = (typeof verbs)[number];

export const integrationTypes = ['HTTP', 'HTTP_PROXY', 'AWS', 'AWS_PROXY', 'MOCK'] as const;
/** AWS's own types. What operators choose between (ELB, Lambda, S3 …) is `lib/integrations`. */
export type IntegrationType = (typeof integrationTypes)[number];

export interface Snapshot {
  api: ApiSettings;
  /** By path: `/`, `/orders/{id}`. `/` is always there, and with every path its parents. */
  resources: Record<string, Resource>;
  /** By name. */
  authorizers: Record<string, Authorizer>;
  /** By name. */
  models: Record<string, Model>;
  /** By name. */
  validators: Record<string, RequestValidator>;
  /** By AWS's response type, `DEFAULT_4XX`; customised ones only. */
  gatewayResponses: Record<string, GatewayResponse>;
  /** By name. Settings only: which deployment a stage serves is not part of a snapshot. Empty in what a deployment keeps. */
  stages: Record<string, StageSettings>;
}

export interface ApiSettings {
  name: string;
  description: string | null;
  endpointType: 'REGIONAL' | 'EDGE' | 'PRIVATE';
  ipAddressType: 'ipv4' | 'dualstack';
  /** Sorted; of private APIs only. */
  vpcEndpointIds: string[];
  apiKeySource: 'HEADER' | 'AUTHORIZER';
  /** Sorted. */
  binaryMediaTypes: string[];
  /** Bytes; null is off. */
  minimumCompressionSize: number | null;
  executeApiDisabled: boolean;
  /** The resource policy as JSON text with sorted keys; null is none. */
  policy: string | null;
}

export interface Resource {
  methods: Partial<Record<Verb, Method>>;
}

export interface Method {
  authorizationType: 'NONE' | 'AWS_IAM' | 'CUSTOM' | 'COGNITO_USER_POOLS';
  /** Name of the authorizer; null unless the type is CUSTOM or COGNITO_USER_POOLS. */
  authorizer: string | null;
  /** Sorted. */
  authorizationScopes: string[];
  apiKeyRequired: boolean;
  operationName: string | null;
  /** Name of the request validator. */
  requestValidator: string | null;
  /** `method.request.{path|querystring|header}.NAME` -> whether it is required. */
  requestParameters: Record<string, boolean>;
  /** Content type -> model name. */
  requestModels: Record<string, string>;
  /** By status, `200`. */
  responses: Record<string, MethodResponse>;
  /** Null: the method can't be deployed. */
  integration: Integration | null;
}

export interface MethodResponse {
  /** `method.response.header.NAME` -> whether it is required. */
  parameters: Record<string, boolean>;
  /** Content type -> model name. */
  models: Record<string, string>;
}

export interface Integration {
  type: IntegrationType;
  /** Null for MOCK. */
  uri: string | null;
  /** The verb of the back end's request; ANY keeps the client's. Null for MOCK. */
  httpMethod: string | null;
  /** Role ARN, or `arn:aws:iam::*:user/*` for the caller's own. */
  credentials: string | null;
  connectionType: 'INTERNET' | 'VPC_LINK';
  /** VPC link id, or `${stageVariables.x}`. */
  connectionId: string | null;
  /** ALB or NLB ARN, with a VPC link v2. */
  integrationTarget: string | null;
  passthroughBehavior: 'WHEN_NO_MATCH' | 'WHEN_NO_TEMPLATES' | 'NEVER';
  contentHandling: 'CONVERT_TO_BINARY' | 'CONVERT_TO_TEXT' | null;
  /** Milliseconds. */
  timeoutMs: number;
  /** Null is AWS's default, the resource's id. */
  cacheNamespace: string | null;
  /** Sorted. */
  cacheKeyParameters: string[];
  /** Accept any certificate of the back end. */
  tlsInsecure: boolean;
  responseTransferMode: 'BUFFERED' | 'STREAM';
  /** `integration.request.{header|querystring|path}.NAME` -> mapping expression. */
  requestParameters: Record<string, string>;
  /** Content type -> template; `''` passes the body on unmapped. */
  requestTemplates: Record<string, string>;
  /** By status of the method response, `200`. */
  responses: Record<string, IntegrationResponse>;
}

export interface IntegrationResponse {
  /** A regular expression; null makes it the default response. */
  selectionPattern: string | null;
  contentHandling: 'CONVERT_TO_BINARY' | 'CONVERT_TO_TEXT' | null;
  /** `method.response.header.NAME` -> mapping expression. */
  parameters: Record<string, string>;
  /** Content type -> template; `''` passes the body on unmapped. */
  templates: Record<string, string>;
}

export interface Authorizer {
  type: 'TOKEN' | 'REQUEST' | 'COGNITO_USER_POOLS';
  /** Sorted; Cognito only. */
  providerArns: string[];
  uri: string | null;
  credentials: string | null;
  /** `method.request.header.Authorization`, several separated by commas. */
  identitySource: string | null;
  identityValidationExpression: string | null;
  /** Seconds. */
  resultTtl: number;
  authType: string | null;
}

export interface Model {
  contentType: string;
  description: string | null;
  /** JSON text with sorted keys where it is JSON. */
  schema: string | null;
}

export interface RequestValidator {
  validateBody: boolean;
  validateParameters: boolean;
}

export interface GatewayResponse {
  /** Null keeps the type's own. */
  status: string | null;
  /** `gatewayresponse.header.NAME` -> mapping expression. */
  parameters: Record<string, string>;
  /** Content type -> template. */
  templates: Record<string, string>;
}

export interface StageSettings {
  description: string | null;
  variables: Record<string, string>;
  tracing: boolean;
  /** GB as AWS writes it, `0.5`; null is no cache. */
  cacheSize: string | null;
  clientCertificateId: string | null;
  documentationVersion: string | null;
  accessLog: { destinationArn: string; format: string } | null;
  /** `*` + `/*` or `<resource path>/<verb>`, then the setting: `/orders/GET/throttling/rateLimit` -> its value as text. */
  methodSettings: Record<string, string>;
}

/** What AWS's ids the names of a snapshot stand for, in one REST API. */
export interface GatewayIds {
  restApiId: string;
  /** By path. */
  resources: Record<string, string>;
  /** By name. */
  authorizers: Record<string, string>;
  /** By name. */
  validators: Record<string, string>;
}
