import {
  CreateUsagePlanCommand,
  GetApiKeysCommand,
  GetUsagePlanKeysCommand,
  ImportApiKeysCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());

const send = (csv: string, failOnWarnings = false) =>
  sandbox.gateway.send(new ImportApiKeysCommand({ body: Buffer.from(csv), format: 'csv', failOnWarnings }));
const keys = async () =>
  (await sandbox.gateway.send(new GetApiKeysCommand({ includeValues: true, limit: 500 }))).items ?? [];
const plan = async (name: string) => (await sandbox.gateway.send(new CreateUsagePlanCommand({ name }))).id ?? '';
const inPlan = async (usagePlanId: string) =>
  ((await sandbox.gateway.send(new GetUsagePlanKeysCommand({ usagePlanId }))).items ?? []).map(({ name }) => name);

const value = (n: number) => `apikey1234abcdefghij012345678${n}`;

it('columns come in any order, and keys go into their plans', async () => {
  const [one, two] = [await plan('one'), await plan('two')];
  const { ids, $metadata } = await send(
    [
      'Enabled,Name,key,UsageplanIds,Description,Colour',
      `true,first,${value(1)},"${one},${two}","said ""so"", twice",red`,
      `FALSE, second , ${value(2)},'${one}',,`,
      '',
      `,third,${value(3)},,,`,
    ].join('\r\n'),
  );
  expect([$metadata.httpStatusCode, ids?.length]).toEqual([201, 3]);
  const found = (await keys()).map(({ name, enabled, description, value: text }) => [name, enabled, description, text]);
  expect(found.sort()).toEqual([
    ['first', true, 'said "so", twice', value(1)],
    ['second', false, undefined, value(2)],
    ['third', true, undefined, value(3)],
  ]);
  expect([(await inPlan(one)).sort(), await inPlan(two)]).toEqual([['first', 'second'], ['first']]);
});

it('the same value means the same key, the last row counts', async () => {
  const before = (await keys()).find((key) => key.value === value(1));
  expect((await send(`name,key\nnew,${value(1)}\nnewest,${value(1)}\n`)).ids).toEqual([before?.id, before?.id]);
  expect((await keys()).filter((key) => key.value === value(1))).toMatchObject([{ id: before?.id, name: 'newest' }]);
});

it('a row that can not be is a warning, or refuses all', async () => {
  const csv = `name,key,usageplanids\nshort,abc,\nlost,${value(8)},nosuch\nfine,${value(9)},`;
  const warnings = [
    'Ignoring API key in row 1: API Key value should be at least 20 characters',
    'Ignoring API key in row 2: Invalid Usage Plan ID specified',
  ];
  const count = (await keys()).length;
  expect(await refusalOf(send(csv, true))).toMatchObject({
    name: 'BadRequestException',
    message: `Warnings found during import:\n${warnings.map((warning) => `\t${warning}`).join('\n')}`,
  });
  expect(await keys()).toHaveLength(count);
  expect(await send(csv)).toMatchObject({ ids: [expect.any(String)], warnings });
  expect(await keys()).toHaveLength(count + 1);
});

it.each(['', 'name,value\na,b', 'key\nabc', '"name,key'])('refuses the file %j', async (csv) => {
  expect(await refusalOf(send(csv))).toMatchObject({ name: 'BadRequestException', status: 400 });
});
