import type { PutIntegrationCommandInput, PutIntegrationCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { defined } from './defined';
import { checkedIntegration } from './integration-checks';
import { findMethod, putMethodIn } from './methods';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html: replaces the integration as a whole. */
export function putIntegration(
  context: Context,
  input: PutIntegrationCommandInput,
): Promise<Answer<PutIntegrationCommandOutput>> {
  return context.state.write((tx) => {
    const { resource, method } = findMethod(context, input);
    const { restApiId: _api, resourceId: _resource, httpMethod: _verb, integrationHttpMethod, ...given } = input;
    const isHttp = input.type === 'HTTP' || input.type === 'HTTP_PROXY';
    const integration = checkedIntegration(
      context,
      defined({
        ...given,
        httpMethod: integrationHttpMethod,
        connectionType: input.connectionType ?? (isHttp ? ('INTERNET' as const) : undefined),
        passthroughBehavior: input.passthroughBehavior ?? 'WHEN_NO_MATCH',
        timeoutInMillis: input.timeoutInMillis ?? 29_000,
        cacheNamespace: input.cacheNamespace ?? resource.id,
        cacheKeyParameters: input.cacheKeyParameters ?? [],
      }),
      method,
    );
    putMethodIn(context, tx, input, resource, { ...method, methodIntegration: integration });
    return integration;
  });
}
