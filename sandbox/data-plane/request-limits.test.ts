import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestGateway } from './test-gateway';

const host = 'shop.example.com';
let gateway: TestGateway;

const mock = (text: string) => ({
  type: 'MOCK' as const,
  requestTemplates: { 'application/json': '{"statusCode": 200}' },
  integrationResponses: { '200': { statusCode: '200', responseTemplates: { 'text/plain': text } } },
});

beforeAll(async () => {
  gateway = await TestGateway.start();
  await gateway.putApi('main', 'prod', { 'GET /{proxy+}': mock('from the API') });
  await gateway.putDomain(host, { '': 'main/prod' });
});

afterAll(() => gateway.stop());

/** Headers of exactly that many bytes, names, values and separators together; the host is one of them. */
function headersOf(bytes: number): Record<string, string> {
  const others = `Host: ${host}\r\nConnection: close\r\nX-Fill: \r\n`.length;
  return { Connection: 'close', 'X-Fill': 'x'.repeat(bytes - others) };
}

it('takes headers of 10,240 bytes and no more', async () => {
  const ask = async (bytes: number, send: 'http' | 'https') =>
    (await gateway[send]({ host, path: '/x', headers: headersOf(bytes) })).status;
  for (const send of ['http', 'https'] as const) {
    expect([await ask(10_240, send), await ask(10_241, send), await ask(20_000, send)]).toEqual([200, 431, 431]);
  }
});

it('takes a URL of 10,240 bytes and no more', async () => {
  const ask = async (bytes: number) => (await gateway.http({ host, path: `/${'x'.repeat(bytes - 1)}` })).status;
  expect([await ask(10_240), await ask(10_241)]).toEqual([200, 414]);
});

it('keeps /ping and /sping of a custom domain for health checks', async () => {
  for (const path of ['/ping', '/sping', '/ping?x=1']) {
    const answer = await gateway.http({ host, path });
    expect([answer.status, answer.text]).toEqual([200, 'healthy']);
    expect(answer.headers['x-amzn-requestid']).toBeDefined();
  }
  expect((await gateway.http({ host, path: '/ping/more' })).text).toBe('from the API');
  const endpoint = { host: 'main.execute-api.us-east-1.localhost', path: '/prod/ping' };
  expect((await gateway.http(endpoint)).text).toBe('from the API');
});
