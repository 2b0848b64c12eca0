import type { TestInvokeMethodCommandInput, TestInvokeMethodCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { invokeForTest } from '../../data-plane/invoke-for-test';
import { deploymentSnapshot } from './deployment-snapshot';
import { findClientCertificate, findResource, findRestApi } from './find';
import { own } from './methods';
import { notFound } from './refusals';
import { testHeaders } from './test-headers';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_TestInvokeMethod.html: the working copy, for real. */
export async function testInvokeMethod(
  context: Context,
  input: TestInvokeMethodCommandInput,
): Promise<Answer<TestInvokeMethodCommandOutput>> {
  const { restApiId, httpMethod = '', body = '', stageVariables = {} } = input;
  const resource = findResource(context, restApiId, input.resourceId);
  const restApi = findRestApi(context, restApiId);
  const methodKey = [httpMethod, 'ANY'].find((key) => own(resource.resourceMethods, key) !== undefined);
  if (methodKey === undefined) throw notFound('Invalid Method identifier specified');
  if (input.clientCertificateId) findClientCertificate(context, input.clientCertificateId);
  const { answer, latencyMs, log } = await invokeForTest(context.state, {
    scope: context.scope,
    snapshot: { ...deploymentSnapshot(context, restApi), restApi },
    resource,
    methodKey,
    // Of a method for any verb one must be tried.
    verb: httpMethod === 'ANY' ? 'GET' : httpMethod,
    pathWithQuery: input.pathWithQueryString,
    headers: testHeaders(input).map(asJson),
    body: Buffer.from(body),
    stageVariables,
    clientCertificateId: input.clientCertificateId || undefined,
  });
  return {
    status: answer.status,
    body: answer.body.toString('utf8'),
    headers: Object.fromEntries(answer.headers),
    multiValueHeaders: grouped(answer.headers),
    latency: latencyMs,
    log,
  };
}

/** A test's body is always taken for JSON. */
function asJson([name, value]: [string, string]): [string, string] {
  return [name, name.toLowerCase() === 'content-type' ? 'application/json' : value];
}

function grouped(headers: readonly (readonly [string, string])[]): Record<string, string[]> {
  const all = new Map<string, string[]>();
  for (const [name, value] of headers) all.set(name, [...(all.get(name) ?? []), value]);
  return Object.fromEntries(all);
}
