import {
  CreateApiKeyCommand,
  DeleteApiKeyCommand,
  GetApiKeyCommand,
  GetApiKeysCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());

it('API keys are made, read without their value, listed and deleted', async () => {
  const { gateway } = sandbox;
  const created = await gateway.send(new CreateApiKeyCommand({ name: 'shop', enabled: true }));
  expect(created).toMatchObject({ name: 'shop', enabled: true, value: expect.stringMatching(/^[a-z0-9]{40}$/) });
  const apiKey = created.id;
  expect(await gateway.send(new GetApiKeyCommand({ apiKey }))).not.toHaveProperty('value');
  expect((await gateway.send(new GetApiKeyCommand({ apiKey, includeValue: true }))).value).toBe(created.value);
  await sandbox.admin('POST', 'clock', { advanceMs: 1000 });
  await gateway.send(new CreateApiKeyCommand({ name: 'other' }));
  const names = async (nameQuery?: string) =>
    (await gateway.send(new GetApiKeysCommand({ nameQuery }))).items?.map(({ name, enabled }) => [name, enabled]);
  expect(await names()).toEqual([
    ['other', false],
    ['shop', true],
  ]);
  expect(await names('sh')).toEqual([['shop', true]]);
  await gateway.send(new DeleteApiKeyCommand({ apiKey }));
  expect(await refusalOf(gateway.send(new GetApiKeyCommand({ apiKey })))).toMatchObject({
    status: 404,
    message: 'Invalid API Key identifier specified',
  });
});

it.each([
  ['a'.repeat(19), 400, 'API Key value should be at least 20 characters'],
  ['a'.repeat(129), 400, 'API Key value exceeds maximum size of 128 characters'],
  ['b'.repeat(20), 409, 'API Key already exists'],
])('refuses the value %s', async (value, status, message) => {
  await sandbox.gateway.send(new CreateApiKeyCommand({ value: 'b'.repeat(20) })).catch(() => undefined);
  expect(await refusalOf(sandbox.gateway.send(new CreateApiKeyCommand({ value })))).toMatchObject({ status, message });
});
