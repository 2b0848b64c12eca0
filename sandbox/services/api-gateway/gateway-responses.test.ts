import {
  DeleteGatewayResponseCommand,
  type GatewayResponse,
  type GatewayResponseType,
  GetGatewayResponseCommand,
  GetGatewayResponsesCommand,
  type PatchOperation,
  PutGatewayResponseCommand,
  type PutGatewayResponseCommandInput,
  UpdateGatewayResponseCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestApi, refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';

let sandbox: TestSandbox;
let restApiId: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  ({ restApiId } = await createTestApi(sandbox));
});

const own = { 'application/json': '{"message":$context.error.messageString}' };
const put = (responseType: string, more: Partial<PutGatewayResponseCommandInput> = {}) =>
  sandbox.gateway.send(
    new PutGatewayResponseCommand({ restApiId, responseType: responseType as GatewayResponseType, ...more }),
  );
const patch = (responseType: GatewayResponseType, ...patchOperations: PatchOperation[]) =>
  sandbox.gateway.send(new UpdateGatewayResponseCommand({ restApiId, responseType, patchOperations }));
const remove = (responseType: GatewayResponseType) =>
  sandbox.gateway.send(new DeleteGatewayResponseCommand({ restApiId, responseType }));
async function get(responseType: GatewayResponseType): Promise<GatewayResponse> {
  const { $metadata: _, ...rest } = await sandbox.gateway.send(
    new GetGatewayResponseCommand({ restApiId, responseType }),
  );
  return rest;
}

test('all 21 are there from the start', async () => {
  const { items = [] } = await sandbox.gateway.send(new GetGatewayResponsesCommand({ restApiId }));
  expect(items).toHaveLength(21);
  expect(items.find((item) => item.responseType === 'INTEGRATION_TIMEOUT')).toEqual({
    responseType: 'INTEGRATION_TIMEOUT',
    statusCode: '504',
    responseParameters: {},
    responseTemplates: own,
    defaultResponse: true,
  });
  expect(items.filter((item) => !item.statusCode).map((item) => item.responseType)).toEqual([
    'DEFAULT_4XX',
    'DEFAULT_5XX',
  ]);
});

test('what a put leaves out is as AWS has it', async () => {
  const answered = await put('MISSING_AUTHENTICATION_TOKEN', { statusCode: '404' });
  expect(answered.$metadata.httpStatusCode).toBe(201);
  expect(await get('MISSING_AUTHENTICATION_TOKEN')).toEqual({
    responseType: 'MISSING_AUTHENTICATION_TOKEN',
    statusCode: '404',
    responseParameters: {},
    responseTemplates: own,
    defaultResponse: false,
  });
  expect((await remove('MISSING_AUTHENTICATION_TOKEN')).$metadata.httpStatusCode).toBe(202);
  expect(await get('MISSING_AUTHENTICATION_TOKEN')).toMatchObject({ statusCode: '403', defaultResponse: true });
  expect(await refusalOf(remove('MISSING_AUTHENTICATION_TOKEN'))).toEqual({
    name: 'NotFoundException',
    message: 'Gateway response type not defined on api',
    status: 404,
  });
});

test('DEFAULT_5XX is handed down to its kind that nobody put', async () => {
  const responseParameters = { 'gatewayresponse.header.X-A': "'a'" };
  await put('AUTHORIZER_FAILURE');
  await put('DEFAULT_5XX', { statusCode: '599', responseParameters });
  expect(await get('INTEGRATION_FAILURE')).toEqual({
    responseType: 'INTEGRATION_FAILURE',
    statusCode: '599',
    responseParameters,
    responseTemplates: own,
    defaultResponse: true,
  });
  expect(await get('AUTHORIZER_FAILURE')).toMatchObject({ statusCode: '500', responseParameters: {} });
  expect(await get('THROTTLED')).toMatchObject({ statusCode: '429', responseParameters: {} });
  await put('DEFAULT_4XX', { responseParameters });
  expect(await get('THROTTLED')).toMatchObject({ statusCode: '429', responseParameters, defaultResponse: true });
});

test('patches, of what was put and of what was not', async () => {
  const header = '/responseParameters/gatewayresponse.header.Access-Control-Allow-Origin';
  expect(await patch('DEFAULT_4XX', { op: 'replace', path: '/statusCode', value: '444' })).toMatchObject({
    responseType: 'DEFAULT_4XX',
    statusCode: '444',
    responseTemplates: own,
    defaultResponse: false,
  });
  await patch(
    'DEFAULT_4XX',
    { op: 'add', path: header, value: "'*'" },
    { op: 'add', path: '/responseTemplates/application~1xml', value: '<x/>' },
    { op: 'remove', path: '/responseTemplates/application~1json' },
  );
  expect(await get('DEFAULT_4XX')).toMatchObject({
    statusCode: '444',
    responseParameters: { 'gatewayresponse.header.Access-Control-Allow-Origin': "'*'" },
    responseTemplates: { 'application/xml': '<x/>' },
  });
});

test.each<[PatchOperation, string, number]>([
  [{ op: 'add', path: '/statusCode', value: '404' }, 'Invalid patch path /statusCode', 400],
  [{ op: 'remove', path: '/statusCode' }, 'Invalid patch path /statusCode', 400],
  [{ op: 'replace', path: '/wrongPath', value: 'x' }, 'Invalid patch path /wrongPath', 400],
  [{ op: 'replace', value: 'x' }, 'Invalid patch path null', 400],
  [
    { op: 'replace', path: '/responseParameters/gatewayresponse.header.X', value: "'x'" },
    'Invalid parameter name specified',
    404,
  ],
  [
    { op: 'replace', path: '/responseTemplates/application~1json' },
    'Invalid null or empty value in responseTemplates',
    400,
  ],
  [
    { op: 'add', path: '/responseParameters/gatewayresponse.header.X' },
    'Invalid null or empty value in responseParameters',
    400,
  ],
  [
    { op: 'add', path: '/responseParameters/gatewayresponse.header.X', value: 'x' },
    'Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression specified: x]',
    400,
  ],
])('refuses the patch %j', async (operation, message, status) => {
  expect(await refusalOf(patch('DEFAULT_4XX', operation))).toMatchObject({ message, status });
});

test('types, statuses and APIs that are none', async () => {
  expect(await refusalOf(put('FAKE'))).toEqual({
    name: 'ValidationException',
    message:
      "1 validation error detected: Value 'FAKE' at 'responseType' failed to satisfy constraint: Member must satisfy enum value set: [REQUEST_TOO_LARGE, RESOURCE_NOT_FOUND, AUTHORIZER_CONFIGURATION_ERROR, MISSING_AUTHENTICATION_TOKEN, BAD_REQUEST_BODY, INVALID_SIGNATURE, INVALID_API_KEY, BAD_REQUEST_PARAMETERS, AUTHORIZER_FAILURE, UNAUTHORIZED, INTEGRATION_TIMEOUT, ACCESS_DENIED, DEFAULT_4XX, DEFAULT_5XX, WAF_FILTERED, QUOTA_EXCEEDED, THROTTLED, API_CONFIGURATION_ERROR, UNSUPPORTED_MEDIA_TYPE, INTEGRATION_FAILURE, EXPIRED_TOKEN]",
    status: 400,
  });
  expect((await refusalOf(put('THROTTLED', { statusCode: '999' }))).message).toBe(
    String.raw`1 validation error detected: Value '999' at 'putGatewayResponseInput.statusCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [1-5]\d\d`,
  );
  expect(await refusalOf(put('THROTTLED', { restApiId: 'nope' }))).toMatchObject({
    message: 'Invalid API identifier specified 123456789012:nope',
    status: 404,
  });
});
