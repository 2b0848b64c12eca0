import { afterAll, beforeAll, expect, it } from 'vitest';
import { turnDials } from '../dials';
import { TestGateway } from './test-gateway';

let gateway: TestGateway;
const mock = { type: 'MOCK' as const, requestTemplates: { 'application/json': '{"statusCode": 200}' } };
const answers = { integrationResponses: { '200': { statusCode: '200' } } };

beforeAll(async () => {
  gateway = await TestGateway.start();
  const teapot = { responseType: 'THROTTLED' as const, statusCode: '418' };
  await gateway.putApi('one', 'prod', { 'GET /': { ...mock, ...answers } });
  await gateway.putApi('two', 'prod', { 'GET /': { ...mock, ...answers } }, { parts: { gatewayResponses: [teapot] } });
});
afterAll(() => gateway.stop());

const statusOf = async (api: string) =>
  (await gateway.http({ host: `${api}.execute-api.us-east-1.amazonaws.com`, path: '/prod' })).status;

it("an account's APIs of a region share its rate, where rates are enforced", async () => {
  await turnDials(gateway.state, { accountRateLimit: 0.001, accountBurstLimit: 3 });
  expect([await statusOf('one'), await statusOf('two'), await statusOf('one')]).toEqual([200, 200, 200]);
  expect([await statusOf('one'), await statusOf('two')]).toEqual([429, 418]);
  await turnDials(gateway.state, { throttles: false });
  expect(await statusOf('one')).toBe(200);
});
