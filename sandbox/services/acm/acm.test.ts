import {
  AddTagsToCertificateCommand,
  type CertificateDetail,
  DeleteCertificateCommand,
  DescribeCertificateCommand,
  GetCertificateCommand,
  ListCertificatesCommand,
  type ListCertificatesCommandInput,
  ListTagsForCertificateCommand,
  RemoveTagsFromCertificateCommand,
  RequestCertificateCommand,
  type RequestCertificateCommandInput,
} from '@aws-sdk/client-acm';
import { ChangeResourceRecordSetsCommand, CreateHostedZoneCommand } from '@aws-sdk/client-route-53';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';

let sandbox: TestSandbox;
let zoneId: string | undefined;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  const zone = await sandbox.route53.send(new CreateHostedZoneCommand({ Name: 'example.com', CallerReference: 'acm' }));
  zoneId = zone.HostedZone?.Id;
});
afterAll(() => sandbox.stop());

async function request(input: Partial<RequestCertificateCommandInput>): Promise<string> {
  const answer = await sandbox.acm.send(
    new RequestCertificateCommand({ DomainName: 'a.example.com', ValidationMethod: 'DNS', ...input }),
  );
  return answer.CertificateArn ?? '';
}

async function describeIt(arn: string): Promise<CertificateDetail> {
  const { Certificate } = await sandbox.acm.send(new DescribeCertificateCommand({ CertificateArn: arn }));
  return Certificate ?? {};
}

async function publish(detail: CertificateDetail): Promise<void> {
  const records = detail.DomainValidationOptions?.flatMap((option) => option.ResourceRecord ?? []) ?? [];
  const byName = new Map(records.map((record) => [record.Name, record]));
  await sandbox.route53.send(
    new ChangeResourceRecordSetsCommand({
      HostedZoneId: zoneId,
      ChangeBatch: {
        Changes: [...byName.values()].map(({ Name, Value }) => ({
          Action: 'UPSERT',
          ResourceRecordSet: { Name, Type: 'CNAME', TTL: 300, ResourceRecords: [{ Value }] },
        })),
      },
    }),
  );
}

test('a certificate starts pending, with names sorted and one record for apex and wildcard', async () => {
  const arn = await request({
    DomainName: 'example.com',
    SubjectAlternativeNames: ['www.example.com', '*.example.com'],
  });
  expect(arn).toMatch(/^arn:aws:acm:us-east-1:123456789012:certificate\/[0-9a-f-]{36}$/);
  const detail = await describeIt(arn);
  expect(detail).toMatchObject({
    Status: 'PENDING_VALIDATION',
    Type: 'AMAZON_ISSUED',
    KeyAlgorithm: 'RSA-2048',
    SubjectAlternativeNames: ['*.example.com', 'example.com', 'www.example.com'],
    InUseBy: [],
    RenewalEligibility: 'INELIGIBLE',
  });
  const [wildcard, apex] = detail.DomainValidationOptions ?? [];
  expect(wildcard?.ResourceRecord?.Name).toMatch(/^_[0-9a-f]{32}\.example\.com\.$/);
  expect(wildcard?.ResourceRecord?.Value).toMatch(/^_[0-9a-f]{32}\.[a-z]{10}\.acm-validations\.aws\.$/);
  expect(apex?.ResourceRecord).toEqual(wildcard?.ResourceRecord);
});

test('validation records are missing at first', async () => {
  await sandbox.admin('PATCH', 'dials', { validationRecordsAfterMs: 60_000 });
  const arn = await request({ DomainName: 'late.example.com' });
  const [early] = (await describeIt(arn)).DomainValidationOptions ?? [];
  expect(early).toEqual({
    DomainName: 'late.example.com',
    ValidationDomain: 'late.example.com',
    ValidationMethod: 'DNS',
    ValidationStatus: 'PENDING_VALIDATION',
  });
  await sandbox.admin('POST', 'clock', { advanceMs: 60_000 });
  const [late] = (await describeIt(arn)).DomainValidationOptions ?? [];
  expect(late?.ResourceRecord?.Type).toBe('CNAME');
  await sandbox.admin('PATCH', 'dials', { validationRecordsAfterMs: 0 });
});

test('is issued once its records resolve, and never before', async () => {
  const arn = await request({ DomainName: 'issued.example.com' });
  const pending = await describeIt(arn);
  expect(await refusalOf(sandbox.acm.send(new GetCertificateCommand({ CertificateArn: arn })))).toMatchObject({
    name: 'RequestInProgressException',
    message: `Certificate ${arn} in account 123456789012 not yet issued`,
  });
  await publish(pending);
  await vi.waitFor(async () => expect((await describeIt(arn)).Status).toBe('ISSUED'), {
    timeout: 15_000,
    interval: 50,
  });
  const issued = await describeIt(arn);
  expect(issued.DomainValidationOptions?.[0]?.ValidationStatus).toBe('SUCCESS');
  const days = ((issued.NotAfter?.getTime() ?? 0) - (issued.IssuedAt?.getTime() ?? 0)) / 86_400_000;
  expect(days).toBeCloseTo(198, 0);
  const { Certificate, CertificateChain } = await sandbox.acm.send(new GetCertificateCommand({ CertificateArn: arn }));
  expect(Certificate).toMatch(/^-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----$/);
  expect(CertificateChain?.trim()).toBe(sandbox.caPem.trim());
});

test('waits longer when the dial says so, and gives up after 72 hours', async () => {
  await sandbox.admin('PATCH', 'dials', { certificateIssueAfterMs: 3_600_000 });
  const resolving = await request({ DomainName: 'slow.example.com' });
  const forgotten = await request({ DomainName: 'forgotten.example.com' });
  await publish(await describeIt(resolving));
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect((await describeIt(resolving)).Status).toBe('PENDING_VALIDATION');
  await sandbox.admin('POST', 'clock', { advanceMs: 3_600_000 });
  await vi.waitFor(async () => expect((await describeIt(resolving)).Status).toBe('ISSUED'), {
    timeout: 5000,
    interval: 50,
  });
  await sandbox.admin('POST', 'clock', { advanceMs: 72 * 3_600_000 });
  await vi.waitFor(async () => expect((await describeIt(forgotten)).Status).toBe('VALIDATION_TIMED_OUT'), {
    timeout: 5000,
    interval: 50,
  });
  await sandbox.admin('PATCH', 'dials', { certificateIssueAfterMs: 0 });
});

test('a CAA record that names another authority fails the certificate', async () => {
  await sandbox.route53.send(
    new ChangeResourceRecordSetsCommand({
      HostedZoneId: zoneId,
      ChangeBatch: {
        Changes: [
          {
            Action: 'CREATE',
            ResourceRecordSet: {
              Name: 'strict.example.com',
              Type: 'CAA',
              TTL: 60,
              ResourceRecords: [{ Value: '0 issue "letsencrypt.org"' }],
            },
          },
        ],
      },
    }),
  );
  const arn = await request({ DomainName: 'www.strict.example.com' });
  await publish(await describeIt(arn));
  await vi.waitFor(async () => expect((await describeIt(arn)).Status).toBe('FAILED'), {
    timeout: 15_000,
    interval: 50,
  });
  expect(await describeIt(arn)).toMatchObject({
    FailureReason: 'CAA_ERROR',
    DomainValidationOptions: [{ ValidationStatus: 'SUCCESS' }],
  });
});

test('the same token and names within the hour mean the same certificate', async () => {
  const input = { DomainName: 'token.example.com', IdempotencyToken: 'token1' };
  const first = await request(input);
  expect(await request(input)).toBe(first);
  expect(await request({ ...input, SubjectAlternativeNames: ['b.example.com'] })).not.toBe(first);
  await sandbox.admin('POST', 'clock', { advanceMs: 3_600_001 });
  expect(await request(input)).not.toBe(first);
});

test.each([
  [
    { DomainName: 'example.com.' },
    'ValidationException',
    /^1 validation error detected: Value 'example\.com\.' at 'domainName' failed to satisfy constraint: Member must satisfy regular expression pattern: /,
  ],
  [{ DomainName: 'ümlaut.example' }, 'ValidationException', /at 'domainName'/],
  [
    { SubjectAlternativeNames: ['ok.example.com', 'a.*.example.com'] },
    'ValidationException',
    /at 'subjectAlternativeNames\.2\.member'/,
  ],
  [
    { IdempotencyToken: 'no-dash' },
    'ValidationException',
    /^1 validation error detected: Value 'no-dash' at 'idempotencyToken' failed to satisfy constraint: Member must satisfy regular expression pattern: \\w\+$/,
  ],
  [{ IdempotencyToken: 'x'.repeat(33) }, 'ValidationException', /Member must have length less than or equal to 32$/],
  [{ DomainName: `${'a'.repeat(60)}.example.com` }, 'InvalidParameterException', /64 octets/],
  [{ DomainName: 'x.amazonaws.com' }, 'InvalidParameterException', /not allowed/],
  [{ DomainName: 'ab--c.example.com' }, 'InvalidParameterException', /not allowed/],
  [
    { SubjectAlternativeNames: Array.from({ length: 10 }, (_, i) => `n${i}.example.com`) },
    'LimitExceededException',
    /^Certificate has too many domains\.$/,
  ],
  [
    { DomainValidationOptions: [{ DomainName: 'a.example.com', ValidationDomain: 'other.com' }] },
    'InvalidDomainValidationOptionsException',
    /other\.com/,
  ],
])('refuses to request %j', async (input, name, message) => {
  const refusal = await refusalOf(request(input));
  expect(refusal).toMatchObject({ name, status: 400 });
  expect(refusal.message).toMatch(message);
});

test('punycode labels are allowed', async () => {
  expect(await request({ DomainName: 'xn--bcher-kva.example.com' })).toContain('certificate/');
});

test('an unknown certificate and a bad ARN', async () => {
  const arn = 'arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555';
  expect(await refusalOf(describeIt(arn))).toEqual({
    name: 'ResourceNotFoundException',
    message: `Certificate with arn ${arn} not found in account 123456789012`,
    status: 400,
  });
  expect(await refusalOf(describeIt('nonsense'))).toMatchObject({ name: 'InvalidArnException', status: 400 });
});

test('tags are merged, removed by key or by key and value, and counted', async () => {
  const CertificateArn = await request({ DomainName: 'tagged.example.com', Tags: [{ Key: 'a', Value: '1' }] });
  const tags = async () => (await sandbox.acm.send(new ListTagsForCertificateCommand({ CertificateArn }))).Tags;
  await sandbox.acm.send(
    new AddTagsToCertificateCommand({ CertificateArn, Tags: [{ Key: 'a', Value: '2' }, { Key: 'b' }] }),
  );
  expect(await tags()).toEqual([{ Key: 'a', Value: '2' }, { Key: 'b' }]);
  await sandbox.acm.send(
    new RemoveTagsFromCertificateCommand({ CertificateArn, Tags: [{ Key: 'a', Value: '1' }, { Key: 'b' }] }),
  );
  expect(await tags()).toEqual([{ Key: 'a', Value: '2' }]);
  const many = Array.from({ length: 50 }, (_, i) => ({ Key: `k${i}`, Value: '' }));
  expect(
    await refusalOf(sandbox.acm.send(new AddTagsToCertificateCommand({ CertificateArn, Tags: many }))),
  ).toMatchObject({
    name: 'TooManyTagsException',
  });
  expect(
    await refusalOf(
      sandbox.acm.send(new AddTagsToCertificateCommand({ CertificateArn, Tags: [{ Key: 'aws:x', Value: '' }] })),
    ),
  ).toMatchObject({ name: 'InvalidTagException' });
});

test('the list hides elliptic-curve keys unless asked for, filters and pages', async () => {
  const ec = await request({ DomainName: 'ec.example.com', KeyAlgorithm: 'EC_prime256v1' });
  const arns = async (input: ListCertificatesCommandInput) => {
    const { CertificateSummaryList = [] } = await sandbox.acm.send(new ListCertificatesCommand(input));
    return CertificateSummaryList.map((summary) => summary.CertificateArn);
  };
  expect(await arns({})).not.toContain(ec);
  expect(await arns({ Includes: { keyTypes: ['EC_prime256v1'] } })).toEqual([ec]);
  const all = await arns({});
  const paged: (string | undefined)[] = [];
  let NextToken: string | undefined;
  do {
    const answer = await sandbox.acm.send(
      new ListCertificatesCommand({ MaxItems: 3, ...(NextToken ? { NextToken } : {}) }),
    );
    expect(answer.CertificateSummaryList?.length).toBeLessThanOrEqual(3);
    paged.push(...(answer.CertificateSummaryList ?? []).map((summary) => summary.CertificateArn));
    NextToken = answer.NextToken;
  } while (NextToken);
  expect(paged).toEqual(all);
  const timedOut = await arns({ CertificateStatuses: ['VALIDATION_TIMED_OUT'] });
  for (const arn of timedOut) expect((await describeIt(arn ?? '')).Status).toBe('VALIDATION_TIMED_OUT');
  expect(await refusalOf(arns({ MaxItems: 0 }))).toMatchObject({ name: 'ValidationException' });
  expect(await refusalOf(arns({ NextToken: 'nonsense' }))).toMatchObject({ name: 'ValidationException' });
  expect(await refusalOf(arns({ SortBy: 'CREATED_AT' }))).toMatchObject({ name: 'ValidationException' });
});

test('deletes what nothing uses', async () => {
  const CertificateArn = await request({ DomainName: 'gone.example.com' });
  await sandbox.acm.send(new DeleteCertificateCommand({ CertificateArn }));
  expect(await refusalOf(describeIt(CertificateArn))).toMatchObject({ name: 'ResourceNotFoundException' });
});
