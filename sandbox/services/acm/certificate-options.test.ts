import {
  GetAccountConfigurationCommand,
  ImportCertificateCommand,
  ListCertificateDomainValidationsCommand,
  ListTagsForResourceCommand,
  PutAccountConfigurationCommand,
  ResendValidationEmailCommand,
  type ResendValidationEmailCommandInput,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateCertificateOptionsCommand,
  type UpdateCertificateOptionsCommandInput,
} from '@aws-sdk/client-acm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';
import { describeCertificate, issuedCertificate, requestedCertificate } from '../../testing/issued-certificate';
import { makeTestCertificate } from '../../testing/test-certificate';

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());

const update = (CertificateArn: string, Options: UpdateCertificateOptionsCommandInput['Options']) =>
  sandbox.acm.send(new UpdateCertificateOptionsCommand({ CertificateArn, Options }));

test('options of an issued certificate: logging is updated, export and DNS validation stay', async () => {
  const arn = await issuedCertificate(sandbox, { DomainName: 'options.customer.test' });
  await update(arn, { CertificateTransparencyLoggingPreference: 'DISABLED', Export: 'DISABLED' });
  expect((await describeCertificate(sandbox, arn)).Options).toEqual({
    CertificateTransparencyLoggingPreference: 'DISABLED',
    Export: 'DISABLED',
  });
  for (const options of [{ Export: 'ENABLED' }, { ValidationMethod: 'EMAIL' }, { Export: 'PERHAPS' }])
    expect(await refusalOf(update(arn, options as never))).toMatchObject({ name: 'ValidationException' });
});

test('options of a pending and of an imported certificate are not updated', async () => {
  const pending = await requestedCertificate(sandbox, {});
  const options = { CertificateTransparencyLoggingPreference: 'ENABLED' } as const;
  expect(await refusalOf(update(pending, options))).toMatchObject({ name: 'InvalidStateException', status: 400 });
  const { pem, keyPem } = await makeTestCertificate({ names: ['i.example.com'], key: 'EC_prime256v1' });
  const input = { Certificate: Buffer.from(pem), PrivateKey: Buffer.from(keyPem) };
  const imported = await sandbox.acm.send(new ImportCertificateCommand(input));
  expect(await refusalOf(update(imported.CertificateArn ?? '', options))).toEqual({
    name: 'InvalidStateException',
    message: 'The UpdateCertificateOptions command is not permitted for imported certificates.',
    status: 400,
  });
});

test('mails are sent again to another domain above the name, and only for what is validated by mail', async () => {
  const Domain = 'shop.eu.example.com';
  const CertificateArn = await requestedCertificate(sandbox, { DomainName: Domain, ValidationMethod: 'EMAIL' });
  const resend = (more: Partial<ResendValidationEmailCommandInput> = {}) =>
    sandbox.acm.send(
      new ResendValidationEmailCommand({ CertificateArn, Domain, ValidationDomain: 'example.com', ...more }),
    );
  const emails = async () =>
    (await describeCertificate(sandbox, CertificateArn)).DomainValidationOptions?.[0]?.ValidationEmails;
  const users = ['admin', 'administrator', 'hostmaster', 'postmaster', 'webmaster'];
  expect(await emails()).toEqual(users.map((user) => `${user}@${Domain}`));
  await resend();
  expect(await emails()).toEqual(users.map((user) => `${user}@example.com`));
  for (const more of [{ ValidationDomain: 'example.org' }, { Domain: 'other.example.com' }])
    expect(await refusalOf(resend(more))).toMatchObject({ name: 'InvalidDomainValidationOptionsException' });
  const byDns = await requestedCertificate(sandbox, { DomainName: Domain });
  expect(await refusalOf(resend({ CertificateArn: byDns }))).toEqual({
    name: 'InvalidStateException',
    message: `Certificate ${byDns} is not validated by email.`,
    status: 400,
  });
});

test('validations are listed by domain, with the challenge of each, and paged', async () => {
  const list = (CertificateArn: string, more: object = {}) =>
    sandbox.acm.send(new ListCertificateDomainValidationsCommand({ CertificateArn, ...more }));
  const byDns = await requestedCertificate(sandbox, {
    DomainName: 'a.example.com',
    SubjectAlternativeNames: ['b.example.com', 'c.example.com'],
  });
  const [option] = (await describeCertificate(sandbox, byDns)).DomainValidationOptions ?? [];
  const first = await list(byDns, { MaxItems: 2 });
  expect(first.DomainValidationSummaryList).toHaveLength(2);
  expect(first.DomainValidationSummaryList?.[0]).toEqual({
    DomainName: 'a.example.com',
    ActiveValidationConfiguration: {
      ValidationMethod: 'DNS',
      ValidationStatus: 'PENDING_VALIDATION',
      ValidationChallenge: { DnsValidationChallenge: { ResourceRecord: option?.ResourceRecord } },
    },
  });
  const rest = await list(byDns, { NextToken: first.NextToken });
  expect(rest.DomainValidationSummaryList).toMatchObject([{ DomainName: 'c.example.com' }]);
  expect(rest.NextToken).toBeUndefined();
  const byMail = await requestedCertificate(sandbox, { ValidationMethod: 'EMAIL' });
  expect((await list(byMail)).DomainValidationSummaryList).toMatchObject([
    {
      ActiveValidationConfiguration: {
        ValidationMethod: 'EMAIL',
        ValidationChallenge: { EmailValidationChallenge: { ValidationDomain: 'a.example.com' } },
      },
    },
  ]);
  expect(await refusalOf(list('nonsense'))).toMatchObject({ name: 'InvalidArgsException' });
  expect(await refusalOf(list(byDns, { MaxItems: 0 }))).toMatchObject({ name: 'InvalidArgsException' });
  expect(await refusalOf(list(`${byDns.slice(0, -4)}0000`))).toMatchObject({ name: 'ResourceNotFoundException' });
});

test('the account is told of ends 45 days before, or as it wants; a token counts for an hour', async () => {
  const put = (IdempotencyToken: string, DaysBeforeExpiry?: number) =>
    sandbox.acm.send(new PutAccountConfigurationCommand({ IdempotencyToken, ExpiryEvents: { DaysBeforeExpiry } }));
  const days = async () =>
    (await sandbox.acm.send(new GetAccountConfigurationCommand({}))).ExpiryEvents?.DaysBeforeExpiry;
  expect(await days()).toBe(45);
  await put('first', 30);
  await put('second', 20);
  expect(await days()).toBe(20);
  await put('first', 10);
  expect(await days()).toBe(20);
  await sandbox.admin('POST', 'clock', { advanceMs: 3_600_001 });
  await put('first', 10);
  expect(await days()).toBe(10);
  expect(await refusalOf(put('no-dash', 10))).toMatchObject({
    name: 'ValidationException',
    message: expect.stringContaining("Value 'no-dash' at 'idempotencyToken' failed to satisfy constraint"),
  });
  expect(await refusalOf(put('third', 0))).toMatchObject({
    message: expect.stringContaining("Value '0' at 'expiryEvents.daysBeforeExpiry' failed to satisfy constraint"),
  });
  const missing = sandbox.acm.send(new PutAccountConfigurationCommand({ IdempotencyToken: undefined }));
  expect(await refusalOf(missing)).toMatchObject({
    message:
      "1 validation error detected: Value null at 'idempotencyToken' failed to satisfy constraint: Member must not be null",
  });
});

test('tags of resources are not for certificates, and there are no other resources', async () => {
  const certificate = await requestedCertificate(sandbox, {});
  const endpoint = certificate.replace('certificate/', 'acme-endpoint/');
  for (const [ResourceArn, name] of [
    [certificate, 'ValidationException'],
    [endpoint, 'ResourceNotFoundException'],
    ['nonsense', 'ValidationException'],
  ] as const) {
    for (const call of [
      sandbox.acm.send(new TagResourceCommand({ ResourceArn, Tags: [{ Key: 'a', Value: 'b' }] })),
      sandbox.acm.send(new UntagResourceCommand({ ResourceArn, TagKeys: ['a'] })),
      sandbox.acm.send(new ListTagsForResourceCommand({ ResourceArn })),
    ])
      expect(await refusalOf(call)).toMatchObject({ name, status: 400 });
  }
});
