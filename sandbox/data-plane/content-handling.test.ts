import type { Integration } from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestBackEnd, TestGateway } from './test-gateway';

let gateway: TestGateway;
let backEnd: Awaited<ReturnType<typeof startTestBackEnd>>;
const host = 'shop.example.com';
const bytes = Buffer.from([0, 200, 255]);
const base64 = bytes.toString('base64');

beforeAll(async () => {
  gateway = await TestGateway.start();
  // Answers with the body it got, in the type that the path names.
  backEnd = await startTestBackEnd((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      response.setHeader('Content-Type', request.url === '/png' ? 'image/png' : 'text/plain');
      response.end(Buffer.concat(chunks));
    });
  });
  const echo = (
    type: string,
    contentHandling?: Integration['contentHandling'],
    back?: Integration['contentHandling'],
  ) => ({
    type: 'HTTP' as const,
    httpMethod: 'POST',
    uri: `${backEnd.url}/${type}`,
    ...(contentHandling ? { contentHandling } : {}),
    integrationResponses: { '200': { statusCode: '200', ...(back ? { contentHandling: back } : {}) } },
  });
  await gateway.putApi(
    'main',
    'prod',
    {
      'POST /text': echo('text'),
      'POST /text/in-binary': echo('text', 'CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'),
      'POST /text/in-text': echo('text', 'CONVERT_TO_TEXT', 'CONVERT_TO_TEXT'),
      'POST /png': echo('png'),
      'POST /png/out-text': echo('png', undefined, 'CONVERT_TO_TEXT'),
      'POST /png/out-binary': echo('png', undefined, 'CONVERT_TO_BINARY'),
      'POST /text/out-binary': echo('text', undefined, 'CONVERT_TO_BINARY'),
    },
    { restApi: { binaryMediaTypes: ['image/*'] } },
  );
  await gateway.putDomain(host, { '': 'main/prod' });
});
afterAll(async () => {
  await gateway.stop();
  await backEnd.stop();
});

const png = { 'Content-Type': 'image/png' };
const wantsPng = { Accept: 'image/png,text/plain' };

it.each([
  ['/text', {}, 'plain', 200, Buffer.from('plain')],
  ['/text', png, bytes, 200, bytes],
  ['/text', wantsPng, base64, 200, bytes],
  ['/text', wantsPng, 'no base64!', 500, null],
  ['/text/in-binary', {}, base64, 200, bytes],
  ['/text/in-binary', {}, 'no base64!', 500, null],
  ['/text/in-text', png, bytes, 200, Buffer.from(base64)],
  ['/png', {}, bytes, 200, Buffer.from(base64)],
  ['/png', wantsPng, bytes, 200, bytes],
  ['/png/out-text', wantsPng, bytes, 200, Buffer.from(base64)],
  ['/png/out-binary', {}, bytes, 200, bytes],
  ['/text/out-binary', {}, base64, 200, bytes],
])('%s with %j', async (path, headers, body, status, expected) => {
  const answer = await gateway.http({ host, path, method: 'POST', headers: headers as Record<string, string>, body });
  expect(answer.status).toBe(status);
  if (expected) expect(answer.body).toEqual(expected);
});
