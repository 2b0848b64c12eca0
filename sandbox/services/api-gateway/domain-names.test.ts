import { DeleteCertificateCommand, DescribeCertificateCommand, RequestCertificateCommand } from '@aws-sdk/client-acm';
import {
  CreateDomainNameCommand,
  type CreateDomainNameCommandInput,
  DeleteDomainNameCommand,
  GetDomainNameCommand,
  GetDomainNamesCommand,
  type PatchOperation,
  UpdateDomainNameCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDials } from '../../dials';
import { userOf } from '../../iam/caller';
import { ensureAuthority } from '../../pki/authority';
import { defaultAccount, scopeOf } from '../../scope';
import { State } from '../../state';
import { refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';
import { issue } from '../acm/issue';

let sandbox: TestSandbox;
let wildcard: string;
let other: string;

beforeAll(async () => {
  sandbox = await startTestSandbox({ dials: { maxDomainNames: 30 } });
  wildcard = await issuedCertificate('*.d.org');
  other = await issuedCertificate('*.d.org', 'd.org');
});
afterAll(() => sandbox.stop());

/** Issued as the issuer would, without waiting for DNS: that is ACM's test. */
async function issuedCertificate(DomainName: string, ...SubjectAlternativeNames: string[]): Promise<string> {
  const { CertificateArn = '' } = await sandbox.acm.send(
    new RequestCertificateCommand({ DomainName, SubjectAlternativeNames, ValidationMethod: 'DNS' }),
  );
  const state = State.open(`${sandbox.dataDir}/sandbox`);
  const region = 'us-east-1';
  const context = {
    state,
    account: defaultAccount,
    caller: userOf(defaultAccount),
    region,
    scope: scopeOf(region),
    now: Date.now(),
    dials: readDials(state),
  };
  await issue(context, await ensureAuthority(state), CertificateArn);
  await state.close();
  return CertificateArn;
}

function create(input: Partial<CreateDomainNameCommandInput>) {
  return sandbox.gateway.send(
    new CreateDomainNameCommand({
      domainName: 'a.d.org',
      regionalCertificateArn: wildcard,
      endpointConfiguration: { types: ['REGIONAL'] },
      ...input,
    }),
  );
}

const inUseBy = async (arn: string) =>
  (await sandbox.acm.send(new DescribeCertificateCommand({ CertificateArn: arn }))).Certificate?.InUseBy;

test('a regional domain is available at once, with its own target', async () => {
  const created = await create({ domainName: 'first.d.org', tags: { 'gatehouse:tenant': 'first' } });
  expect(created.$metadata.httpStatusCode).toBe(201);
  expect(created).toMatchObject({
    domainName: 'first.d.org',
    domainNameArn: 'arn:aws:apigateway:us-east-1::/domainnames/first.d.org',
    regionalDomainName: expect.stringMatching(/^d-[a-z0-9]{10}\.execute-api\.us-east-1\.amazonaws\.com$/),
    regionalHostedZoneId: 'Z1UJRXOUMOOFQ8',
    regionalCertificateArn: wildcard,
    endpointConfiguration: { types: ['REGIONAL'], ipAddressType: 'ipv4' },
    domainNameStatus: 'AVAILABLE',
    securityPolicy: 'TLS_1_2',
    tags: { 'gatehouse:tenant': 'first' },
  });
  const { $metadata: _ours, ...found } = await sandbox.gateway.send(
    new GetDomainNameCommand({ domainName: 'first.d.org' }),
  );
  const { $metadata: _theirs, ...asCreated } = created;
  expect(found).toEqual(asCreated);
});

test.each<[string, Partial<CreateDomainNameCommandInput>, string, number?]>([
  [
    'no certificate',
    { regionalCertificateArn: undefined },
    'A certificate was not provided for the endpoint type REGIONAL.',
  ],
  [
    'edge without certificate',
    { endpointConfiguration: undefined },
    'A certificate was not provided for the endpoint type EDGE.',
  ],
  [
    'edge certificate',
    { certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/x' },
    'Cannot import certificates for EDGE while REGIONAL is active.',
  ],
  [
    'other region',
    { regionalCertificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/x' },
    "Invalid certificate ARN: arn:aws:acm:eu-west-1:123456789012:certificate/x. Certificate must be in 'us-east-1'.",
  ],
  [
    'other account',
    { regionalCertificateArn: 'arn:aws:acm:us-east-1:210987654321:certificate/x' },
    'The certificate provided must be owned by the account creating the domain.',
  ],
  [
    'no such certificate',
    { regionalCertificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/x' },
    'The provided certificate does not exist',
  ],
  [
    'enhanced policy',
    { securityPolicy: 'SecurityPolicy_TLS13_1_3_2025_09' },
    'Endpoint access mode is required for the specified security policy',
  ],
])('refuses a domain: %s', async (_case, input, message) => {
  expect(await refusalOf(create({ domainName: 'refused.d.org', ...input }))).toEqual({
    name: 'BadRequestException',
    message,
    status: 400,
  });
});

test('what the framework knows to be wrong is told at once, all of it', async () => {
  const types = ['wrong'] as never[];
  const refusal = await refusalOf(
    create({ endpointConfiguration: { types, ipAddressType: 'ipv5' as never }, routingMode: 'NONE' as never }),
  );
  expect(refusal).toEqual({
    name: 'ValidationException',
    message:
      "3 validation errors detected: Value '[wrong]' at 'createDomainNameInput.endpointConfiguration.types' failed to satisfy constraint: " +
      'Member must satisfy constraint: [Member must satisfy enum value set: [PRIVATE, EDGE, REGIONAL]]; ' +
      "Value 'ipv5' at 'createDomainNameInput.endpointConfiguration.ipAddressType' failed to satisfy constraint: " +
      "Member must satisfy enum value set: [ipv4, dualstack]; Value 'NONE' at 'createDomainNameInput.routingMode' failed to satisfy " +
      'constraint: Member must satisfy enum value set: [BASE_PATH_MAPPING_ONLY, ROUTING_RULE_ONLY, ROUTING_RULE_THEN_BASE_PATH_MAPPING]',
    status: 400,
  });
});

test('refuses names that are none, and names that the certificate does not cover', async () => {
  for (const domainName of ['UPPER.d.org', 'a.*.d.org', 'x_y.d.org', 'single']) {
    expect((await refusalOf(create({ domainName }))).name).toBe('BadRequestException');
  }
  for (const domainName of ['a.b.d.org', 'd.org', 'a.other.org']) {
    expect((await refusalOf(create({ domainName }))).message).toContain('not covered');
  }
});

test('refuses a certificate that is not issued yet', async () => {
  const { CertificateArn } = await sandbox.acm.send(
    new RequestCertificateCommand({ DomainName: 'p.d.org', ValidationMethod: 'DNS' }),
  );
  const { message } = await refusalOf(create({ domainName: 'p.d.org', regionalCertificateArn: CertificateArn }));
  expect(message).toMatch(
    new RegExp(
      `^Certificate ${CertificateArn} in account 123456789012 not yet issued \\(Service: AWSCertificateManager; Status Code: 400; Error Code: RequestInProgressException; Request ID: .+; Proxy: null\\)$`,
    ),
  );
});

test('a name is taken once; a wildcard may stand beside it', async () => {
  await create({ domainName: 'twice.d.org' });
  expect(await refusalOf(create({ domainName: 'twice.d.org' }))).toMatchObject({
    message: 'The domain name you provided already exists.',
  });
  expect((await create({ domainName: '*.d.org' })).domainName).toBe('*.d.org');
});

test('domains are listed in pages', async () => {
  for (const name of ['p1', 'p2', 'p3']) await create({ domainName: `${name}.d.org` });
  const all = (await sandbox.gateway.send(new GetDomainNamesCommand({ limit: 500 }))).items?.map(
    (item) => item.domainName,
  );
  const paged: (string | undefined)[] = [];
  let position: string | undefined;
  do {
    const answer = await sandbox.gateway.send(
      new GetDomainNamesCommand({ limit: 2, ...(position ? { position } : {}) }),
    );
    paged.push(...(answer.items ?? []).map((item) => item.domainName));
    position = answer.position;
  } while (position);
  expect(paged).toEqual(all);
  expect(await refusalOf(sandbox.gateway.send(new GetDomainNamesCommand({ limit: 501 })))).toMatchObject({
    status: 400,
  });
});

test('a certificate is in use as long as its domain holds it, and a while longer', async () => {
  await sandbox.admin('PATCH', 'dials', { inUseByLagMs: 60_000 });
  const used = await issuedCertificate('held.d.org');
  await create({ domainName: 'held.d.org', regionalCertificateArn: used });
  expect(await inUseBy(used)).toEqual([]);
  const inUse = {
    name: 'ResourceInUseException',
    message: `Certificate ${used} in account 123456789012 is in use.`,
    status: 400,
  };
  const remove = () => sandbox.acm.send(new DeleteCertificateCommand({ CertificateArn: used }));
  expect(await refusalOf(remove())).toEqual(inUse);
  await sandbox.admin('POST', 'clock', { advanceMs: 60_000 });
  expect(await inUseBy(used)).toEqual([
    expect.stringMatching(/^arn:aws:elasticloadbalancing:us-east-1:(?!123456789012)\d{12}:loadbalancer\/net\//),
  ]);
  await sandbox.gateway.send(new DeleteDomainNameCommand({ domainName: 'held.d.org' }));
  expect(await refusalOf(remove())).toEqual(inUse);
  await sandbox.admin('POST', 'clock', { advanceMs: 60_000 });
  expect(await inUseBy(used)).toEqual([]);
  await remove();
  await sandbox.admin('PATCH', 'dials', { inUseByLagMs: 0 });
});

test('another certificate or policy by patch, all operations or none', async () => {
  await create({ domainName: 'patched.d.org' });
  const patch = (...patchOperations: PatchOperation[]) =>
    sandbox.gateway.send(new UpdateDomainNameCommand({ domainName: 'patched.d.org', patchOperations }));
  const replace = (path: string, value: string): PatchOperation => ({ op: 'replace', path, value });
  const updated = await patch(replace('/regionalCertificateArn', other), replace('/securityPolicy', 'TLS_1_0'));
  expect(updated).toMatchObject({ regionalCertificateArn: other, securityPolicy: 'TLS_1_0' });
  expect(await inUseBy(other)).toHaveLength(1);
  expect((await refusalOf(patch(replace('/securityPolicy', 'TLS_1_2'), replace('/nonsense', 'x')))).message).toBe(
    'Invalid patch path /nonsense',
  );
  expect((await refusalOf(patch({ op: 'add', path: '/securityPolicy', value: 'TLS_1_2' }))).message).toBe(
    'Invalid patch operation specified. Must be one of: [replace]',
  );
  expect((await refusalOf(patch({ op: 'wrong' as 'add', path: '/securityPolicy' }))).message).toBe(
    "1 validation error detected: Value 'wrong' at 'updateDomainNameInput.patchOperations.1.member.op' failed to satisfy constraint: Member must satisfy enum value set: [add, remove, move, test, replace, copy]",
  );
  const { securityPolicy } = await sandbox.gateway.send(new GetDomainNameCommand({ domainName: 'patched.d.org' }));
  expect(securityPolicy).toBe('TLS_1_0');
});

test('the quota of domains is a dial', async () => {
  await sandbox.admin('PATCH', 'dials', { maxDomainNames: 1 });
  expect(await refusalOf(create({ domainName: 'toomany.d.org' }))).toMatchObject({
    name: 'LimitExceededException',
    status: 429,
  });
});
