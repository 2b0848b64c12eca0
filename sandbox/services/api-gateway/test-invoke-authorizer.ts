import type { TestInvokeAuthorizerCommandInput, TestInvokeAuthorizerCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { testAuthorizer } from '../../data-plane/authorise/test-authorizer';
import { deploymentSnapshot } from './deployment-snapshot';
import { findAuthorizer, findRestApi } from './find';
import { testHeaders } from './test-headers';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_TestInvokeAuthorizer.html: the working copy, for real. */
export async function testInvokeAuthorizer(
  context: Context,
  input: TestInvokeAuthorizerCommandInput,
): Promise<Answer<TestInvokeAuthorizerCommandOutput>> {
  const { restApiId, stageVariables = {}, body = '' } = input;
  const restApi = findRestApi(context, restApiId);
  const authorizer = findAuthorizer(context, restApiId, input.authorizerId);
  const { latencyMs, ...result } = await testAuthorizer(
    context.state,
    {
      scope: context.scope,
      snapshot: { ...deploymentSnapshot(context, restApi), restApi },
      resource: { id: '', path: '/' },
      methodKey: 'GET',
      verb: 'GET',
      pathWithQuery: input.pathWithQueryString,
      headers: testHeaders(input),
      body: Buffer.from(body),
      stageVariables,
      clientCertificateId: undefined,
    },
    authorizer,
  );
  return { ...result, latency: latencyMs };
}
