import type { Authorizer, GatewayResponse, Integration, RequestValidator } from '@aws-sdk/client-api-gateway';
import type { ImportedPart } from '../documentation/documentation-of';

/** A model as a document has it. */
export interface ImportedModel {
  name: string;
  description: string | undefined;
  /** Its references still lead to the document's own schemas. */
  schema: Record<string, unknown>;
}

export interface ImportedMethod {
  /** With variables: `/orders/{id}`. */
  path: string;
  verb: string;
  operationName: string | undefined;
  requestParameters: Record<string, boolean>;
  requestModels: Record<string, string>;
  /** By status. */
  responses: Record<string, { parameters: Record<string, boolean>; models: Record<string, string> }>;
  authorizationType: 'NONE' | 'AWS_IAM' | 'CUSTOM' | 'COGNITO_USER_POOLS';
  /** By name. */
  authorizer: string | undefined;
  authorizationScopes: string[];
  apiKeyRequired: boolean;
  /** By name. */
  validator: string | undefined;
  integration: Integration | undefined;
}

/** What an OpenAPI document says about an API, in AWS's terms; things are known by name, not by id. */
export interface ImportedApi {
  title: string | undefined;
  description: string | undefined;
  version: string | undefined;
  /** Without slashes around it; empty for none. */
  basePath: string;
  /** All, also those without methods. */
  paths: string[];
  methods: ImportedMethod[];
  authorizers: (Authorizer & { name: string })[];
  models: ImportedModel[];
  validators: (RequestValidator & { name: string })[];
  gatewayResponses: GatewayResponse[];
  apiKeySource: string | undefined;
  binaryMediaTypes: string[];
  minimumCompressionSize: number | undefined;
  /** JSON. */
  policy: string | undefined;
  vpcEndpointIds: string[];
  disableExecuteApiEndpoint: boolean;
  /** `null` where the caller wants it left alone. */
  documentation: ImportedPart[] | null;
  warnings: string[];
}
