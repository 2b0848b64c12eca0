import type { PutIntegrationCommandInput, PutIntegrationCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { defined } from './defined';
import { refuseBadIntegration } from './integration-checks';
import { refuseBadContentTypes, refuseBadRequestMappings } from './mapping-expression';
import { findMethod, putMethodIn } from './methods';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html: replaces the integration as a whole. */
export function putIntegration(
  context: Context,
  input: PutIntegrationCommandInput,
): Promise<Answer<PutIntegrationCommandOutput>> {
  return context.state.write((tx) => {
    const { resource, method } = findMethod(context, input);
    refuseBadIntegration(input);
    refuseBadRequestMappings(input.requestParameters, method);
    refuseBadContentTypes(input.requestTemplates);
    const { restApiId: _api, resourceId: _resource, httpMethod: _verb, integrationHttpMethod, ...given } = input;
    const isHttp = input.type === 'HTTP' || input.type === 'HTTP_PROXY';
    const integration = defined({
      ...given,
      httpMethod: integrationHttpMethod,
      connectionType: input.connectionType ?? (isHttp ? ('INTERNET' as const) : undefined),
      passthroughBehavior: input.passthroughBehavior ?? 'WHEN_NO_MATCH',
      timeoutInMillis: input.timeoutInMillis ?? 29_000,
      cacheNamespace: input.cacheNamespace ?? resource.id,
      cacheKeyParameters: input.cacheKeyParameters ?? [],
    });
    putMethodIn(context, tx, input, resource, { ...method, methodIntegration: integration });
    return integration;
  });
}
