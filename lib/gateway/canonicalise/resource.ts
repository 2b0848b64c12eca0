import { type Method, type MethodResponse, type Resource, verbs } from '@/lib/gateway/model';
import { sortedRecord } from '@/lib/gateway/records';
import { canonicalIntegration } from './integration';
import { sortedMap, sortedSet, textOrNull } from './values';

export function canonicalResource(resource: Resource): Resource {
  const methods: Resource['methods'] = {};
  for (const verb of verbs) {
    const method = resource.methods[verb];
    if (method) methods[verb] = canonicalMethod(method);
  }
  return { methods };
}

function canonicalMethod(method: Method): Method {
  const { authorizationType } = method;
  const authorizes = authorizationType === 'CUSTOM' || authorizationType === 'COGNITO_USER_POOLS';
  return {
    authorizationType,
    authorizer: authorizes ? textOrNull(method.authorizer) : null,
    authorizationScopes: sortedSet(method.authorizationScopes),
    apiKeyRequired: method.apiKeyRequired,
    operationName: textOrNull(method.operationName),
    requestValidator: textOrNull(method.requestValidator),
    requestParameters: sortedMap(method.requestParameters),
    requestModels: sortedMap(method.requestModels),
    responses: sortedRecord(method.responses, canonicalMethodResponse),
    integration: method.integration && canonicalIntegration(method.integration),
  };
}

function canonicalMethodResponse(response: MethodResponse): MethodResponse {
  return { parameters: sortedMap(response.parameters), models: sortedMap(response.models) };
}
