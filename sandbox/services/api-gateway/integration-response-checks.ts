import type { IntegrationResponse, Method } from '@aws-sdk/client-api-gateway';
import { refuseBadContentTypes, refuseBadResponseMappings } from './mapping-expression';
import { withoutEmpty } from './without-empty';

/** An integration response as AWS would store it; refuses one that it wouldn't (facts 4.6). */
export function checkedIntegrationResponse(response: IntegrationResponse, method: Method): IntegrationResponse {
  refuseBadResponseMappings(response.responseParameters, method.methodResponses?.[response.statusCode ?? '']);
  refuseBadContentTypes(response.responseTemplates);
  return withoutEmpty(response);
}
