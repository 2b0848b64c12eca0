import {
  CreateApiKeyCommand,
  CreateDeploymentCommand,
  CreateUsagePlanCommand,
  CreateUsagePlanKeyCommand,
  DeleteStageCommand,
  DeleteUsagePlanCommand,
  DeleteUsagePlanKeyCommand,
  GetUsageCommand,
  GetUsagePlanCommand,
  GetUsagePlanKeyCommand,
  GetUsagePlanKeysCommand,
  GetUsagePlansCommand,
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  PutMethodResponseCommand,
  UpdateApiKeyCommand,
  UpdateUsageCommand,
  UpdateUsagePlanCommand,
} from '@aws-sdk/client-api-gateway';
import { request } from 'undici';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApi, refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';

let sandbox: TestSandbox;
let restApiId: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  const { gateway } = sandbox;
  const { restApiId: id, root: resourceId } = await createTestApi(sandbox);
  restApiId = id;
  const method = { restApiId, resourceId, httpMethod: 'GET' };
  await gateway.send(new PutMethodCommand({ ...method, authorizationType: 'NONE', apiKeyRequired: true }));
  const requestTemplates = { 'application/json': '{"statusCode": 200}' };
  await gateway.send(new PutIntegrationCommand({ ...method, type: 'MOCK', requestTemplates }));
  await gateway.send(new PutMethodResponseCommand({ ...method, statusCode: '200' }));
  await gateway.send(new PutIntegrationResponseCommand({ ...method, statusCode: '200' }));
  await gateway.send(new CreateDeploymentCommand({ restApiId, stageName: 'live' }));
});
afterAll(() => sandbox.stop());

const patch = (usagePlanId: string | undefined, op: 'add' | 'replace' | 'remove', path: string, value?: string) =>
  sandbox.gateway.send(new UpdateUsagePlanCommand({ usagePlanId, patchOperations: [{ op, path, value }] }));

async function call(key?: string) {
  const answer = await request(`http://127.0.0.1:${sandbox.ports.http}/live`, {
    headers: { host: `${restApiId}.execute-api.us-east-1.amazonaws.com`, ...(key ? { 'x-api-key': key } : {}) },
  });
  return [answer.statusCode, ((await answer.body.json().catch(() => ({}))) as { message?: string }).message];
}

it('a key is good where a plan says so, as fast and as often as it says', async () => {
  const { gateway } = sandbox;
  const key = await gateway.send(new CreateApiKeyCommand({ name: 'shop', enabled: true }));
  const plan = await gateway.send(new CreateUsagePlanCommand({ name: 'gold' }));
  const ids = { usagePlanId: plan.id, keyId: key.id };
  expect(await call()).toEqual([403, 'Forbidden']);
  expect(await call(key.value)).toEqual([403, 'Forbidden']);
  expect(await gateway.send(new CreateUsagePlanKeyCommand({ ...ids, keyType: 'API_KEY' }))).toMatchObject({
    id: key.id,
    type: 'API_KEY',
    value: key.value,
    name: 'shop',
  });
  expect(await call(key.value)).toEqual([403, 'Forbidden']);
  await patch(plan.id, 'add', '/apiStages', `${restApiId}:live`);
  expect((await call(key.value))[0]).toBe(200);

  await gateway.send(
    new UpdateUsagePlanCommand({
      usagePlanId: plan.id,
      patchOperations: [
        { op: 'add', path: '/quota/limit', value: '3' },
        { op: 'add', path: '/quota/period', value: 'DAY' },
      ],
    }),
  );
  expect([(await call(key.value))[0], (await call(key.value))[0]]).toEqual([200, 200]);
  expect(await call(key.value)).toEqual([429, 'Limit Exceeded']);
  const day = new Date().toISOString().slice(0, 10);
  const usage = () => gateway.send(new GetUsageCommand({ usagePlanId: plan.id, startDate: day, endDate: day }));
  expect((await usage()).items).toEqual({ [key.id ?? '']: [[3, 0]] });
  const patchOperations = [{ op: 'replace' as const, path: '/remaining', value: '5' }];
  await gateway.send(new UpdateUsageCommand({ ...ids, patchOperations }));
  expect((await usage()).items).toEqual({ [key.id ?? '']: [[3, 5]] });
  expect((await call(key.value))[0]).toBe(200);
  await sandbox.admin('POST', 'clock', { advanceMs: 24 * 3_600_000 });
  expect((await call(key.value))[0]).toBe(200);

  await patch(plan.id, 'remove', '/quota');
  await patch(plan.id, 'add', '/throttle/burstLimit', '2');
  await patch(plan.id, 'add', '/throttle/rateLimit', '0.001');
  expect([(await call(key.value))[0], (await call(key.value))[0]]).toEqual([200, 200]);
  expect(await call(key.value)).toEqual([429, 'Too Many Requests']);

  await gateway.send(
    new UpdateApiKeyCommand({
      apiKey: key.id,
      patchOperations: [{ op: 'replace', path: '/enabled', value: 'false' }],
    }),
  );
  expect(await call(key.value)).toEqual([403, 'Forbidden']);
  expect(await refusalOf(gateway.send(new DeleteStageCommand({ restApiId, stageName: 'live' })))).toMatchObject({
    name: 'BadRequestException',
  });
});

it("a quota's offset counts in its first period only", async () => {
  const { gateway } = sandbox;
  const apiStages = [{ apiId: restApiId, stage: 'live' }];
  const quota = { limit: 5, offset: 3, period: 'WEEK' as const };
  const key = await gateway.send(new CreateApiKeyCommand({ name: 'late', enabled: true }));
  const plan = await gateway.send(new CreateUsagePlanCommand({ name: 'late', apiStages, quota }));
  expect(Object.keys(plan)).not.toContain('quotaSince');
  await gateway.send(new CreateUsagePlanKeyCommand({ usagePlanId: plan.id, keyId: key.id, keyType: 'API_KEY' }));
  const statuses = async () => {
    const found: unknown[] = [];
    for (let n = 0; n < 6; n += 1) found.push((await call(key.value))[0]);
    return found;
  };
  expect(await statuses()).toEqual([200, 200, 429, 429, 429, 429]);
  await sandbox.admin('POST', 'clock', { advanceMs: 7 * 24 * 3_600_000 });
  expect(await statuses()).toEqual([200, 200, 200, 200, 200, 429]);
  expect(await gateway.send(new GetUsagePlanCommand({ usagePlanId: plan.id }))).not.toHaveProperty('quotaSince');
  await patch(plan.id, 'remove', '/apiStages', `${restApiId}:live`);
});

it.each([
  ['DAY', 1, 'zero in the DAY period'],
  ['WEEK', 7, 'between 0 and 6 inclusive in the WEEK period'],
  ['MONTH', 28, 'between 0 and 27 inclusive in the MONTH period'],
] as const)('an offset of a %s is not %i', async (period, offset, words) => {
  const command = new CreateUsagePlanCommand({ name: 'x', quota: { limit: 100, period, offset } });
  expect(await refusalOf(sandbox.gateway.send(command))).toMatchObject({
    status: 400,
    message: `Usage Plan quota offset must be ${words}`,
  });
});

it('plans and their keys are made, read, changed, listed and deleted', async () => {
  const { gateway } = sandbox;
  const apiStages = [{ apiId: restApiId, stage: 'live' }];
  const plan = await gateway.send(
    new CreateUsagePlanCommand({ name: 'silver', apiStages, quota: { limit: 100, period: 'MONTH' } }),
  );
  expect(plan).toMatchObject({ id: expect.any(String), name: 'silver', apiStages });
  const usagePlanId = plan.id;
  const at = `/apiStages/${restApiId}:live/throttle`;
  await patch(usagePlanId, 'replace', `${at}/~1orders/GET/rateLimit`, '5');
  const { apiStages: limited } = await patch(usagePlanId, 'replace', `${at}/~1orders/GET/burstLimit`, '7');
  expect(limited?.[0]?.throttle).toEqual({ '/orders/GET': { rateLimit: 5, burstLimit: 7 } });
  expect((await patch(usagePlanId, 'remove', at)).apiStages).toEqual(apiStages);

  const { id: keyId } = await gateway.send(new CreateApiKeyCommand({ name: 'one' }));
  await gateway.send(new CreateUsagePlanKeyCommand({ usagePlanId, keyId, keyType: 'API_KEY' }));
  expect((await gateway.send(new GetUsagePlansCommand({ keyId }))).items?.map(({ id }) => id)).toEqual([usagePlanId]);
  expect((await gateway.send(new GetUsagePlanKeysCommand({ usagePlanId }))).items).toMatchObject([{ id: keyId }]);
  await gateway.send(new DeleteUsagePlanKeyCommand({ usagePlanId, keyId }));
  const gone = gateway.send(new GetUsagePlanKeyCommand({ usagePlanId, keyId }));
  expect(await refusalOf(gone)).toMatchObject({ status: 404 });

  expect(await refusalOf(patch(usagePlanId, 'add', '/apiStages', 'x:y'))).toMatchObject({
    status: 404,
    message: `Invalid API Stage {api: x, stage: y} specified for usageplan ${usagePlanId}`,
  });
  const lost = gateway.send(new CreateUsagePlanCommand({ name: 'x', apiStages: [{ apiId: 'x', stage: 'y' }] }));
  expect(await refusalOf(lost)).toMatchObject({ status: 400, message: 'Invalid API Stage specified' });
  expect(await refusalOf(gateway.send(new DeleteUsagePlanCommand({ usagePlanId })))).toMatchObject({ status: 400 });
  await patch(usagePlanId, 'remove', '/apiStages', `${restApiId}:live`);
  await gateway.send(new DeleteUsagePlanCommand({ usagePlanId }));
  expect(await refusalOf(gateway.send(new GetUsagePlanCommand({ usagePlanId })))).toEqual({
    name: 'NotFoundException',
    message: 'Invalid Usage Plan ID specified',
    status: 404,
  });
});
