import type { ApiSettings, Authorizer, GatewayResponse, Model, RequestValidator } from '@/lib/gateway/model';
import type { RawAuthorizer, RawGatewayResponse, RawModel, RawRestApi, RawValidator } from './raw-gateway';
import { oneOf, texts } from './values';

export function apiFromAws(raw: RawRestApi): ApiSettings {
  const endpoint = raw.endpointConfiguration;
  return {
    name: raw.name ?? '',
    description: raw.description ?? null,
    endpointType: oneOf(endpoint?.types?.[0], ['REGIONAL', 'EDGE', 'PRIVATE'], 'EDGE'),
    ipAddressType: oneOf(endpoint?.ipAddressType, ['ipv4', 'dualstack'], 'ipv4'),
    vpcEndpointIds: endpoint?.vpcEndpointIds ?? [],
    apiKeySource: oneOf(raw.apiKeySource, ['HEADER', 'AUTHORIZER'], 'HEADER'),
    binaryMediaTypes: raw.binaryMediaTypes ?? [],
    minimumCompressionSize: raw.minimumCompressionSize ?? null,
    executeApiDisabled: raw.disableExecuteApiEndpoint ?? false,
    policy: raw.policy ?? null,
  };
}

/** AWS completes `execute-api:/prod/GET/x` to an ARN with the id of the API. Both mean the same, the short form in every API. */
export function policyWithoutApiId(policy: string | null, restApiId: string): string | null {
  if (policy === null || !/^\w+$/.test(restApiId)) return policy;
  return policy.replaceAll(new RegExp(`arn:[\\w-]+:execute-api:[\\w-]*:\\d*:${restApiId}/`, 'g'), 'execute-api:/');
}

export function authorizerFromAws(raw: RawAuthorizer): Authorizer {
  return {
    type: oneOf(raw.type, ['TOKEN', 'REQUEST', 'COGNITO_USER_POOLS'], 'TOKEN'),
    providerArns: raw.providerARNs ?? [],
    uri: raw.authorizerUri ?? null,
    credentials: raw.authorizerCredentials ?? null,
    identitySource: raw.identitySource ?? null,
    identityValidationExpression: raw.identityValidationExpression ?? null,
    resultTtl: raw.authorizerResultTtlInSeconds ?? 300,
    authType: raw.authType ?? null,
  };
}

export function modelFromAws(raw: RawModel): Model {
  return {
    contentType: raw.contentType ?? 'application/json',
    description: raw.description ?? null,
    schema: raw.schema ?? null,
  };
}

export function validatorFromAws(raw: RawValidator): RequestValidator {
  return { validateBody: raw.validateRequestBody ?? false, validateParameters: raw.validateRequestParameters ?? false };
}

export function gatewayResponseFromAws(raw: RawGatewayResponse): GatewayResponse {
  return {
    status: raw.statusCode ?? null,
    parameters: raw.responseParameters ?? {},
    templates: texts(raw.responseTemplates),
  };
}
