import { createPrivateKey, X509Certificate } from 'node:crypto';
import {
  DeleteCertificateCommand,
  ExportCertificateCommand,
  GetCertificateCommand,
  ListCertificatesCommand,
  RenewCertificateCommand,
  RevokeCertificateCommand,
} from '@aws-sdk/client-acm';
import { CreateDomainNameCommand, DeleteDomainNameCommand } from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';
import { describeCertificate, issuedCertificate, requestedCertificate } from '../../testing/issued-certificate';

const exportable = { Options: { Export: 'ENABLED' as const } };
const passphrase = 'correct horse';

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());

const exported = (CertificateArn: string, secret = passphrase) =>
  sandbox.acm.send(new ExportCertificateCommand({ CertificateArn, Passphrase: Buffer.from(secret) }));
const renew = (CertificateArn: string) => sandbox.acm.send(new RenewCertificateCommand({ CertificateArn }));
const revoke = (CertificateArn: string) =>
  sandbox.acm.send(new RevokeCertificateCommand({ CertificateArn, RevocationReason: 'SUPERSEDED' }));

test('an exportable certificate comes with its key, which only the passphrase opens', async () => {
  const arn = await issuedCertificate(sandbox, { DomainName: 'export.customer.test', ...exportable });
  expect(await describeCertificate(sandbox, arn)).toMatchObject({
    Options: { Export: 'ENABLED' },
    RenewalEligibility: 'INELIGIBLE',
  });
  const { Certificate = '', CertificateChain, PrivateKey = '' } = await exported(arn);
  const got = await sandbox.acm.send(new GetCertificateCommand({ CertificateArn: arn }));
  expect({ Certificate, CertificateChain }).toEqual({
    Certificate: got.Certificate,
    CertificateChain: got.CertificateChain,
  });
  expect(PrivateKey).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----/);
  const key = createPrivateKey({ key: PrivateKey, passphrase });
  expect(new X509Certificate(Certificate).checkPrivateKey(key)).toBe(true);
  expect(() => createPrivateKey({ key: PrivateKey, passphrase: 'wrong' })).toThrow();
  // What was exported is renewed though nothing in AWS uses it.
  expect(await describeCertificate(sandbox, arn)).toMatchObject({ RenewalEligibility: 'ELIGIBLE' });
  const list = async (exportOption: 'ENABLED' | 'DISABLED') => {
    const answer = await sandbox.acm.send(new ListCertificatesCommand({ Includes: { exportOption } }));
    return answer.CertificateSummaryList?.filter(({ CertificateArn }) => CertificateArn === arn);
  };
  expect(await list('ENABLED')).toMatchObject([{ Exported: true, ExportOption: 'ENABLED' }]);
  expect(await list('DISABLED')).toEqual([]);
});

test.each([
  ['abc', 'greater than or equal to 4'],
  ['x'.repeat(129), 'less than or equal to 128'],
  ['no #1', 'must not contain'],
])('refuses the passphrase %j without printing it', async (secret, message) => {
  const arn = await requestedCertificate(sandbox, exportable);
  const refusal = await refusalOf(exported(arn, secret));
  expect(refusal).toMatchObject({ name: 'ValidationException', message: expect.stringContaining(message) });
  expect(refusal.message).not.toContain(secret);
});

test('other public certificates are not exported, renewed on demand or revoked', async () => {
  const arn = await issuedCertificate(sandbox, { DomainName: 'kept.customer.test' });
  expect(await refusalOf(exported(arn))).toEqual({
    name: 'ValidationException',
    message: `Certificate ARN: ${arn} is not a private certificate`,
    status: 400,
  });
  expect(await refusalOf(renew(arn))).toEqual({
    name: 'ValidationException',
    message: `Certificate ARN ${arn} has not been exported so it is not eligible for the Renew Certificate API.`,
    status: 400,
  });
  expect(await refusalOf(revoke(arn))).toMatchObject({
    name: 'ValidationException',
    message: expect.stringContaining('Only exported certificates can be revoked'),
  });
});

test('nothing of a certificate that is not issued yet', async () => {
  const arn = await requestedCertificate(sandbox, { DomainName: 'pending.customer.test', ...exportable });
  for (const call of [exported, renew]) {
    expect(await refusalOf(call(arn))).toEqual({
      name: 'RequestInProgressException',
      message: `Certificate ${arn} in account 123456789012 not yet issued`,
      status: 400,
    });
  }
});

test('an exported certificate is renewed on demand, with a new key under its ARN', async () => {
  const arn = await issuedCertificate(sandbox, { DomainName: 'again.customer.test', ...exportable });
  const before = await describeCertificate(sandbox, arn);
  const first = await exported(arn);
  await sandbox.admin('POST', 'clock', { advanceMs: 24 * 3_600_000 });
  await renew(arn);
  const after = await vi.waitFor(
    async () => {
      const detail = await describeCertificate(sandbox, arn);
      expect(detail.RenewalSummary?.RenewalStatus).toBe('SUCCESS');
      return detail;
    },
    { timeout: 15_000, interval: 50 },
  );
  expect(after.Serial).not.toBe(before.Serial);
  expect(after.NotAfter?.getTime()).toBeGreaterThan((before.NotAfter?.getTime() ?? 0) + 23 * 3_600_000);
  const second = await exported(arn);
  expect(second.Certificate).not.toBe(first.Certificate);
  // It was asked for once, so it happens once.
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect((await describeCertificate(sandbox, arn)).Serial).toBe(after.Serial);
});

test('an exported certificate is revoked for good, once nothing uses it', async () => {
  const domainName = 'revoked.customer.test';
  const arn = await issuedCertificate(sandbox, { DomainName: domainName, ...exportable });
  await exported(arn);
  const domain = {
    domainName,
    regionalCertificateArn: arn,
    endpointConfiguration: { types: ['REGIONAL' as const] },
    securityPolicy: 'TLS_1_2' as const,
  };
  await sandbox.gateway.send(new CreateDomainNameCommand(domain));
  expect(await refusalOf(revoke(arn))).toMatchObject({ name: 'ResourceInUseException' });
  await sandbox.gateway.send(new DeleteDomainNameCommand({ domainName }));
  expect((await revoke(arn)).CertificateArn).toBe(arn);
  expect(await describeCertificate(sandbox, arn)).toMatchObject({
    Status: 'REVOKED',
    RevokedAt: expect.any(Date),
    RevocationReason: 'SUPERSEDED',
    RenewalEligibility: 'INELIGIBLE',
  });
  for (const call of [exported, renew, revoke])
    expect(await refusalOf(call(arn))).toMatchObject({ name: 'ValidationException' });
  expect(await refusalOf(sandbox.gateway.send(new CreateDomainNameCommand(domain)))).toMatchObject({ status: 400 });
  await sandbox.acm.send(new DeleteCertificateCommand({ CertificateArn: arn }));
});
