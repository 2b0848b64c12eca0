import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  CreateDomainNameAccessAssociationCommand,
  DeleteDomainNameAccessAssociationCommand,
  GetDomainNameAccessAssociationsCommand,
  RejectDomainNameAccessAssociationCommand,
  type ResourceOwner,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keyOf, scopeOf } from '../../scope';
import { State } from '../../state';
import { refusalOf, startTestSandbox, type TestSandbox, testClients } from '../../test-sandbox';

let sandbox: TestSandbox;
let theirs: ReturnType<typeof testClients>;
const dataDir = mkdtempSync(path.join(tmpdir(), 'gatehouse-associations-'));
const arnOf = (name: string) => `arn:aws:apigateway:us-east-1:123456789012:/domainnames/${name}`;

/** The sandbox makes no private domain names; they are there before it starts. */
beforeAll(async () => {
  const state = State.open(path.join(dataDir, 'sandbox'));
  const put = (name: string, type: 'PRIVATE' | 'REGIONAL', managementPolicy?: string) =>
    state.write((tx) =>
      tx.put('domainNames', keyOf.domainName(scopeOf('us-east-1'), name), {
        domainName: name,
        domainNameArn: arnOf(name),
        endpointConfiguration: { types: [type] },
        ...(managementPolicy ? { managementPolicy } : {}),
      }),
    );
  await put('private.org', 'PRIVATE');
  await put('shared.org', 'PRIVATE', '{}');
  await put('public.org', 'REGIONAL');
  await state.close();
  sandbox = await startTestSandbox({ dataDir });
  theirs = testClients(sandbox.url, 'us-east-1', '210987654321');
});
afterAll(async () => {
  for (const client of Object.values(theirs)) client.destroy();
  await sandbox.stop();
  rmSync(dataDir, { recursive: true });
});

const create = (name: string, source = 'vpce-0abc', { gateway } = sandbox as Pick<TestSandbox, 'gateway'>) =>
  gateway.send(
    new CreateDomainNameAccessAssociationCommand({
      domainNameArn: arnOf(name),
      accessAssociationSource: source,
      accessAssociationSourceType: 'VPCE',
      tags: { team: 'one' },
    }),
  );
const list = async (resourceOwner?: ResourceOwner, { gateway } = sandbox as Pick<TestSandbox, 'gateway'>) =>
  ((await gateway.send(new GetDomainNameAccessAssociationsCommand({ resourceOwner }))).items ?? []).map(
    (each) => each.domainNameAccessAssociationArn,
  );

it('lets a VPC endpoint in, once', async () => {
  const made = await create('private.org');
  const arn =
    'arn:aws:apigateway:us-east-1:123456789012:/domainnameaccessassociations/domainname/private.org/vpcesource/vpce-0abc';
  expect(made).toMatchObject({
    domainNameAccessAssociationArn: arn,
    domainNameArn: arnOf('private.org'),
    accessAssociationSource: 'vpce-0abc',
    accessAssociationSourceType: 'VPCE',
    tags: { team: 'one' },
  });
  expect(await list()).toEqual([arn]);
  expect(await refusalOf(create('private.org'))).toMatchObject({ name: 'ConflictException', status: 409 });
  const remove = () =>
    sandbox.gateway.send(new DeleteDomainNameAccessAssociationCommand({ domainNameAccessAssociationArn: arn }));
  await remove();
  expect(await list()).toEqual([]);
  expect(await refusalOf(remove())).toMatchObject({ name: 'NotFoundException', status: 404 });
});

it('another account may where the domain is shared with it, until its owner ends that', async () => {
  const notFound = { name: 'NotFoundException', message: 'Invalid domain name identifier specified', status: 404 };
  expect(await refusalOf(create('private.org', 'vpce-1', theirs))).toEqual(notFound);
  const { domainNameAccessAssociationArn } = await create('shared.org', 'vpce-1', theirs);
  expect([await list('SELF'), await list('OTHER_ACCOUNTS')]).toEqual([[], [domainNameAccessAssociationArn]]);
  expect([await list('SELF', theirs), await list('OTHER_ACCOUNTS', theirs)]).toEqual([
    [domainNameAccessAssociationArn],
    [],
  ]);
  const reject = (domainNameArn: string, { gateway } = sandbox as Pick<TestSandbox, 'gateway'>) =>
    gateway.send(new RejectDomainNameAccessAssociationCommand({ domainNameAccessAssociationArn, domainNameArn }));
  expect(await refusalOf(reject(arnOf('private.org')))).toEqual(notFound);
  expect(await refusalOf(reject(arnOf('shared.org'), theirs))).toEqual(notFound);
  expect((await reject(arnOf('shared.org'))).$metadata.httpStatusCode).toBe(202);
  expect(await list('SELF', theirs)).toEqual([]);
});

it('refuses public domains, other sources, and more than the quota', async () => {
  expect(await refusalOf(create('public.org'))).toMatchObject({ name: 'BadRequestException' });
  expect(await refusalOf(create('nosuch.org'))).toMatchObject({ name: 'NotFoundException' });
  expect(await refusalOf(create('private.org', 'vpc-1'))).toMatchObject({ name: 'BadRequestException' });
  await sandbox.admin('PATCH', 'dials', { maxDomainNameAccessAssociations: 1 });
  await create('private.org', 'vpce-2');
  expect(await refusalOf(create('private.org', 'vpce-3'))).toMatchObject({
    name: 'LimitExceededException',
    status: 429,
  });
});
