import {
  CreateBasePathMappingCommand,
  CreateRestApiCommand,
  DeleteBasePathMappingCommand,
  DeleteDomainNameCommand,
  GetBasePathMappingCommand,
  GetBasePathMappingsCommand,
  GetDomainNameCommand,
  UpdateBasePathMappingCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyOf, scopeOf } from '../../scope';
import { State } from '../../state';
import { refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';

let sandbox: TestSandbox;
let restApiId: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  const api = await sandbox.gateway.send(
    new CreateRestApiCommand({ name: 'api', endpointConfiguration: { types: ['REGIONAL'] } }),
  );
  restApiId = api.id ?? '';
});
afterAll(() => sandbox.stop());

/** Straight into the state: how a domain is made is another test's matter. */
async function create({ domainName }: { domainName: string }): Promise<void> {
  const state = State.open(`${sandbox.dataDir}/sandbox`);
  await state.write((tx) => tx.put('domainNames', keyOf.domainName(scopeOf('us-east-1'), domainName), { domainName }));
  await state.close();
}

test('mappings: the empty one is called (none), each base path once, and targets must be there', async () => {
  const domainName = 'mapped.d.org';
  await create({ domainName });
  const map = (input: { basePath?: string; stage?: string; restApiId?: string; domainName?: string }) =>
    sandbox.gateway.send(new CreateBasePathMappingCommand({ domainName, restApiId, ...input }));
  const created = await map({});
  expect(created.$metadata.httpStatusCode).toBe(201);
  expect(created.basePath).toBe('(none)');
  await map({ basePath: 'orders' });
  expect(await refusalOf(map({ basePath: '(none)' }))).toEqual({
    name: 'ConflictException',
    message: 'Base path already exists for this domain name',
    status: 409,
  });
  const refused: [Parameters<typeof map>[0], string, number][] = [
    [
      { basePath: 'a/b' },
      "API Gateway V1 doesn't support the slash character (/) in base path mappings. To create a multi-level base path mapping, use API Gateway V2.",
      400,
    ],
    [{ basePath: 'x', stage: 'nope' }, 'Invalid stage identifier specified', 400],
    [{ basePath: 'x', restApiId: 'nope' }, 'Invalid REST API identifier specified', 400],
    [{ basePath: 'x', domainName: 'nope.d.org' }, 'Invalid domain name identifier specified', 404],
  ];
  for (const [input, message, status] of refused)
    expect(await refusalOf(map(input))).toMatchObject({ message, status });

  const get = (basePath: string) => sandbox.gateway.send(new GetBasePathMappingCommand({ domainName, basePath }));
  expect(await get('(none)')).toMatchObject({ basePath: '(none)', restApiId });
  const { items } = await sandbox.gateway.send(new GetBasePathMappingsCommand({ domainName }));
  expect(items).toEqual([
    { basePath: '(none)', restApiId },
    { basePath: 'orders', restApiId },
  ]);

  const rename = (to: string) =>
    sandbox.gateway.send(
      new UpdateBasePathMappingCommand({
        domainName,
        basePath: 'orders',
        patchOperations: [{ op: 'replace', path: '/basePath', value: to }],
      }),
    );
  expect(await refusalOf(rename('(none)'))).toMatchObject({ status: 409 });
  expect((await rename('shop')).basePath).toBe('shop');
  expect(await refusalOf(get('orders'))).toMatchObject({
    message: 'Invalid base path mapping identifier specified',
    status: 404,
  });

  const removed = await sandbox.gateway.send(new DeleteBasePathMappingCommand({ domainName, basePath: '(none)' }));
  expect(removed.$metadata.httpStatusCode).toBe(202);
  expect(await refusalOf(get('(none)'))).toMatchObject({ status: 404 });
});

test('deleting a domain takes its mappings along, silently', async () => {
  const domainName = 'doomed.d.org';
  await create({ domainName });
  await sandbox.gateway.send(new CreateBasePathMappingCommand({ domainName, restApiId }));
  const answer = await sandbox.gateway.send(new DeleteDomainNameCommand({ domainName }));
  expect(answer.$metadata.httpStatusCode).toBe(202);
  const gone = { name: 'NotFoundException', message: 'Invalid domain name identifier specified', status: 404 };
  expect(await refusalOf(sandbox.gateway.send(new GetDomainNameCommand({ domainName })))).toEqual(gone);
  expect(await refusalOf(sandbox.gateway.send(new DeleteDomainNameCommand({ domainName })))).toEqual(gone);
  await create({ domainName });
  expect((await sandbox.gateway.send(new GetBasePathMappingsCommand({ domainName }))).items ?? []).toEqual([]);
});
