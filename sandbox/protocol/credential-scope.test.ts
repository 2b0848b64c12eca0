import { APIGatewayClient, GetRestApisCommand } from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf, startTestSandbox, type TestSandbox } from '../test-sandbox';
import { signedHeaders } from '../testing/signed-headers';

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());

const inBasicFormat = (time: number) => new Date(time).toISOString().replace(/[-:]|\.\d+/g, '');

test.each([
  ['apigateway', 'restapis', /^InvalidSignatureException$/],
  ['lambda', '2015-03-31/functions', /^InvalidSignatureException$/],
  ['route53', '2013-04-01/hostedzone', /<Code>SignatureDoesNotMatch<\/Code>/],
  ['acm', '', /"__type":"InvalidSignatureException"/],
])('%s refuses what was signed more than five minutes ago, or is to be', async (service, path, code) => {
  const minute = 60_000;
  const send = async (time: number) => {
    const response = await fetch(`${sandbox.url}/${path}`, {
      method: service === 'acm' ? 'POST' : 'GET',
      headers: {
        ...signedHeaders(service, { time }),
        ...(service === 'acm' ? { 'x-amz-target': 'CertificateManager.ListCertificates' } : {}),
      },
    });
    return { status: response.status, type: response.headers.get('x-amzn-errortype'), text: await response.text() };
  };
  for (const minutes of [-4.9, 4.9]) expect((await send(Date.now() + minutes * minute)).status).toBe(200);
  const early = Date.now() - 6 * minute;
  const expired = await send(early);
  expect(expired.status).toBe(service === 'acm' ? 400 : 403);
  expect(expired.type ?? expired.text).toMatch(code);
  expect(expired.text).toMatch(
    new RegExp(
      `Signature expired: ${inBasicFormat(early)} is now earlier than \\d{8}T\\d{6}Z \\(\\d{8}T\\d{6}Z - 5 min\\.\\)`,
    ),
  );
  const late = Date.now() + 6 * minute;
  expect((await send(late)).text).toMatch(
    new RegExp(
      `Signature not yet current: ${inBasicFormat(late)} is still later than \\d{8}T\\d{6}Z \\(\\d{8}T\\d{6}Z \\+ 5 min\\.\\)`,
    ),
  );
});

test("signatures are compared with the machine's time, not with the sandbox's", async () => {
  await sandbox.admin('POST', 'clock', { advanceMs: 3_600_000 });
  const answer = await sandbox.gateway.send(new GetRestApisCommand({}));
  expect(answer.$metadata.httpStatusCode).toBe(200);
});

test('a client whose clock is wrong is told so, and the SDK sets it right', async () => {
  const gateway = new APIGatewayClient({
    endpoint: sandbox.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'secret' },
    systemClockOffset: 20 * 60_000,
    maxAttempts: 1,
  });
  const call = () => gateway.send(new GetRestApisCommand({}));
  expect(await refusalOf(call())).toMatchObject({
    name: 'InvalidSignatureException',
    message: expect.stringContaining('Signature not yet current'),
    status: 403,
  });
  expect((await call()).$metadata.httpStatusCode).toBe(200);
  gateway.destroy();
});
