import { afterAll, beforeAll, expect, it } from 'vitest';
import { keyOf } from '../scope';
import { TestGateway } from './test-gateway';

const host = 'throttle.example.com';
const mock = { type: 'MOCK' as const, requestTemplates: { 'application/json': '{"statusCode": 200}' } };
let gateway: TestGateway;

beforeAll(async () => {
  gateway = await TestGateway.start();
  await gateway.putApi('main', 'prod', { 'GET /a/b': mock, 'GET /c': mock, 'GET /d': mock });
  await gateway.putDomain(host, { '': 'main/prod' });
  const key = keyOf.stage(gateway.scope, 'main', 'prod');
  await gateway.state.write((tx) =>
    tx.put('stages', key, {
      stageName: 'prod',
      deploymentId: 'main-1',
      methodSettings: {
        '~1a~1b/GET': { throttlingRateLimit: 0.001, throttlingBurstLimit: 1 },
        'c/GET': { throttlingRateLimit: 0.001, throttlingBurstLimit: 2 },
        '*/*': { throttlingRateLimit: 0.001, throttlingBurstLimit: 3 },
      },
    }),
  );
});
afterAll(() => gateway.stop());

it.each([
  ['/a/b', 1],
  ['/c', 2],
  ['/d', 3],
])('%s is let through as often as its stage says', async (path, times) => {
  const statuses: number[] = [];
  for (let n = 0; n <= times; n += 1) {
    const { status, text } = await gateway.http({ host, path });
    statuses.push(status);
    if (status === 429) expect(JSON.parse(text)).toEqual({ message: 'Too Many Requests' });
  }
  expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  expect(statuses.at(-1)).toBe(429);
});
