/** Answers of AWS as the SDK gives them: everything may be missing. */
type Maybe<Fields> = { [Field in keyof Fields]?: Fields[Field] | null | undefined };

/** An empty template comes as null. */
type RawTexts = Record<string, string | null>;

export type RawRestApi = Maybe<{
  id: string;
  name: string;
  description: string;
  endpointConfiguration: Maybe<{ types: string[]; ipAddressType: string; vpcEndpointIds: string[] }>;
  apiKeySource: string;
  binaryMediaTypes: string[];
  minimumCompressionSize: number;
  disableExecuteApiEndpoint: boolean;
  policy: string;
}>;

export type RawIntegrationResponse = Maybe<{
  selectionPattern: string;
  contentHandling: string;
  responseParameters: Record<string, string>;
  responseTemplates: RawTexts;
}>;

export type RawIntegration = Maybe<{
  type: string;
  uri: string;
  httpMethod: string;
  credentials: string;
  connectionType: string;
  connectionId: string;
  integrationTarget: string;
  passthroughBehavior: string;
  contentHandling: string;
  timeoutInMillis: number;
  cacheNamespace: string;
  cacheKeyParameters: string[];
  tlsConfig: Maybe<{ insecureSkipVerification: boolean }>;
  responseTransferMode: string;
  requestParameters: Record<string, string>;
  requestTemplates: RawTexts;
  integrationResponses: Record<string, RawIntegrationResponse>;
}>;

export type RawMethodResponse = Maybe<{
  responseParameters: Record<string, boolean>;
  responseModels: Record<string, string>;
}>;

export type RawMethod = Maybe<{
  authorizationType: string;
  authorizerId: string;
  authorizationScopes: string[];
  apiKeyRequired: boolean;
  operationName: string;
  requestValidatorId: string;
  requestParameters: Record<string, boolean>;
  requestModels: Record<string, string>;
  methodResponses: Record<string, RawMethodResponse>;
  methodIntegration: RawIntegration;
}>;

/** As GetResources answers with `embed=methods`. */
export type RawResource = Maybe<{ id: string; path: string; resourceMethods: Record<string, RawMethod> }>;

export type RawAuthorizer = Maybe<{
  id: string;
  name: string;
  type: string;
  providerARNs: string[];
  authorizerUri: string;
  authorizerCredentials: string;
  identitySource: string;
  identityValidationExpression: string;
  authorizerResultTtlInSeconds: number;
  authType: string;
}>;

export type RawModel = Maybe<{ name: string; contentType: string; description: string; schema: string }>;

export type RawValidator = Maybe<{
  id: string;
  name: string;
  validateRequestBody: boolean;
  validateRequestParameters: boolean;
}>;

export type RawGatewayResponse = Maybe<{
  responseType: string;
  statusCode: string;
  responseParameters: Record<string, string>;
  responseTemplates: RawTexts;
  /** AWS's own, customised by nobody. */
  defaultResponse: boolean;
}>;

export type RawMethodSetting = Maybe<{
  metricsEnabled: boolean;
  loggingLevel: string;
  dataTraceEnabled: boolean;
  throttlingBurstLimit: number;
  throttlingRateLimit: number;
  cachingEnabled: boolean;
  cacheTtlInSeconds: number;
  cacheDataEncrypted: boolean;
  requireAuthorizationForCacheControl: boolean;
  unauthorizedCacheControlHeaderStrategy: string;
}>;

export type RawStage = Maybe<{
  stageName: string;
  description: string;
  variables: Record<string, string>;
  tracingEnabled: boolean;
  cacheClusterEnabled: boolean;
  cacheClusterSize: string;
  clientCertificateId: string;
  documentationVersion: string;
  accessLogSettings: Maybe<{ destinationArn: string; format: string }>;
  methodSettings: Record<string, RawMethodSetting>;
}>;

/** All that AWS answers about one REST API. */
export type RawGateway = Maybe<{
  restApi: RawRestApi;
  resources: RawResource[];
  authorizers: RawAuthorizer[];
  models: RawModel[];
  validators: RawValidator[];
  gatewayResponses: RawGatewayResponse[];
  stages: RawStage[];
}>;
