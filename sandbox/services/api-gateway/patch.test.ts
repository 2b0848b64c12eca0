import {
  CreateAuthorizerCommand,
  CreateDeploymentCommand,
  CreateModelCommand,
  CreateRequestValidatorCommand,
  CreateVpcLinkCommand,
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  PutMethodResponseCommand,
} from '@aws-sdk/client-api-gateway';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApi, startTestSandbox, type TestSandbox } from '../../test-sandbox';
import { signedHeaders } from '../../testing/signed-headers';

let sandbox: TestSandbox;
const log: string[] = [];
/** Of everything that can be patched. */
let paths: string[];

beforeAll(async () => {
  sandbox = await startTestSandbox({ log: (line) => log.push(line) });
  const { gateway } = sandbox;
  const { restApiId, root } = await createTestApi(sandbox);
  const address = { restApiId, resourceId: root, httpMethod: 'GET' };
  const functionUri =
    'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations';
  await gateway.send(
    new PutMethodCommand({
      ...address,
      authorizationType: 'NONE',
      requestParameters: { 'method.request.header.a': true },
    }),
  );
  await gateway.send(new PutMethodResponseCommand({ ...address, statusCode: '200' }));
  await gateway.send(
    new PutIntegrationCommand({ ...address, type: 'HTTP', integrationHttpMethod: 'GET', uri: 'http://x.org/' }),
  );
  await gateway.send(new PutIntegrationResponseCommand({ ...address, statusCode: '200' }));
  const model = { restApiId, name: 'Pet', contentType: 'application/json', schema: '{}' };
  await gateway.send(new CreateModelCommand(model));
  const validator = await gateway.send(new CreateRequestValidatorCommand({ restApiId, name: 'v' }));
  const authorizer = await gateway.send(
    new CreateAuthorizerCommand({ restApiId, name: 'a', type: 'TOKEN', authorizerUri: functionUri }),
  );
  const targetArns = ['arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/n/1'];
  const link = await gateway.send(new CreateVpcLinkCommand({ name: 'l', targetArns }));
  const deployment = await gateway.send(new CreateDeploymentCommand({ restApiId, stageName: 'dev' }));
  const api = `/restapis/${restApiId}`;
  const method = `${api}/resources/${root}/methods/GET`;
  paths = [
    api,
    `${api}/resources/${root}`,
    method,
    `${method}/responses/200`,
    `${method}/integration`,
    `${method}/integration/responses/200`,
    `${api}/models/Pet`,
    `${api}/requestvalidators/${validator.id}`,
    `${api}/authorizers/${authorizer.id}`,
    `${api}/gatewayresponses/DEFAULT_4XX`,
    `${api}/deployments/${deployment.id}`,
    `${api}/stages/dev`,
    `/vpclinks/${link.id}`,
    '/account',
  ];
});
afterAll(() => sandbox.stop());

async function call(method: string, path: string, body?: object): Promise<{ status: number; text: string }> {
  const response = await fetch(`${sandbox.url}${path}`, {
    method,
    headers: signedHeaders('apigateway'),
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: response.status, text: await response.text() };
}

const members = fc.constantFrom(
  'name description schema policy parentId pathPart authorizationType authorizerId authorizationScopes apiKeyRequired uri type'.split(
    ' ',
  ),
  'requestParameters requestModels requestTemplates responseParameters responseTemplates responseModels selectionPattern'.split(
    ' ',
  ),
  'cacheKeyParameters timeoutInMillis tlsConfig connectionType variables canarySettings accessLogSettings statusCode'.split(
    ' ',
  ),
  'deploymentId cacheClusterSize cacheClusterEnabled binaryMediaTypes endpointConfiguration minimumCompressionSize'.split(
    ' ',
  ),
  'providerARNs identitySource authorizerResultTtlInSeconds cloudwatchRoleArn features __proto__ constructor'.split(
    ' ',
  ),
);
const member = members.chain((names) => fc.constantFrom(...names));
const below = fc.constantFrom(
  '',
  '',
  '/application~1json',
  '/method.request.header.a',
  '/integration.request.header.a',
  '/types/0',
  '/percentTraffic',
  '/GET/throttling/rateLimit',
  '/insecureSkipVerification',
  '/__proto__',
  '/',
  '/a/b/c',
);
const path = fc.oneof(
  { arbitrary: fc.tuple(member, below).map(([name, rest]) => `/${name}${rest}`), weight: 5 },
  { arbitrary: fc.string({ maxLength: 8 }), weight: 1 },
);
const value = fc.constantFrom(null, '', 'x', 'true', '-1', '1e400', '{}', "'x'", 'Empty', 'HTTP', '/', '\u0000');
const operation = fc.record(
  { op: fc.constantFrom('add', 'replace', 'remove', 'copy', 'move', 'test', 'wrong'), path, value, from: path },
  { requiredKeys: ['op'] },
);

test('no patch fails inside, and one that is refused changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(paths.length - 1),
      fc.array(operation, { minLength: 1, maxLength: 3 }),
      async (index, patchOperations) => {
        const target = paths[index] ?? '/account';
        const before = await call('GET', target);
        const { status, text } = await call('PATCH', target, { patchOperations });
        expect([200, 201, 400, 404, 409], `${target}: ${status} ${text}`).toContain(status);
        if (status >= 400) expect(await call('GET', target)).toEqual(before);
      },
    ),
    { numRuns: 600 },
  );
  expect(log).toEqual([]);
}, 30_000);
