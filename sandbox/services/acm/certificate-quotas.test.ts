import {
  DeleteCertificateCommand,
  ImportCertificateCommand,
  ListCertificatesCommand,
  type ListCertificatesCommandInput,
} from '@aws-sdk/client-acm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';
import { describeCertificate, requestedCertificate } from '../../testing/issued-certificate';
import { makeTestCertificate } from '../../testing/test-certificate';

const day = 24 * 3_600_000;

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  await sandbox.admin('POST', 'reset', { seed: false });
  await sandbox.admin('PATCH', 'dials', {
    maxCertificates: 2500,
    maxCertificatesPerYear: 5000,
    maxImportedCertificates: 2500,
    maxImportedCertificatesPerYear: 5000,
    maxCertificateNames: 10,
    certificateListedAfterMs: 0,
  });
});

const dials = (some: object) => sandbox.admin('PATCH', 'dials', some);
const request = (more: object = {}) => requestedCertificate(sandbox, more);
const remove = (CertificateArn: string) => sandbox.acm.send(new DeleteCertificateCommand({ CertificateArn }));
const list = async (input: ListCertificatesCommandInput = {}) => {
  const { CertificateSummaryList = [] } = await sandbox.acm.send(new ListCertificatesCommand(input));
  return CertificateSummaryList.map(({ CertificateArn }) => CertificateArn);
};
async function importOne() {
  const { pem, keyPem } = await makeTestCertificate({ names: ['i.example.com'], key: 'EC_prime256v1' });
  const input = { Certificate: Buffer.from(pem), PrivateKey: Buffer.from(keyPem) };
  return (await sandbox.acm.send(new ImportCertificateCommand(input))).CertificateArn ?? '';
}

test('the quotas are those that AWS documents', async () => {
  expect(await sandbox.admin('GET', 'dials')).toMatchObject({ maxCertificates: 2500, maxCertificatesPerYear: 5000 });
});

test('an account has so many certificates, and room again after a deletion', async () => {
  await dials({ maxCertificates: 2 });
  const first = await request();
  await request();
  await importOne();
  expect(await refusalOf(request())).toEqual({
    name: 'LimitExceededException',
    message: 'Cannot request more certificates in this account. Contact Customer Service for details',
    status: 400,
  });
  await remove(first);
  await request();
});

test('deleted certificates count for a year', async () => {
  await dials({ maxCertificatesPerYear: 2 });
  await remove(await request());
  await sandbox.admin('POST', 'clock', { advanceMs: day });
  await remove(await request());
  expect(await refusalOf(request())).toEqual({
    name: 'LimitExceededException',
    message: 'Error: you have reached your limit of 2 certificates in the last year.',
    status: 400,
  });
  await sandbox.admin('POST', 'clock', { advanceMs: 363 * day });
  expect(await refusalOf(request())).toMatchObject({ name: 'LimitExceededException' });
  await sandbox.admin('POST', 'clock', { advanceMs: day });
  await request();
  expect(await refusalOf(request())).toMatchObject({ name: 'LimitExceededException' });
});

test('a repeated request is no second certificate', async () => {
  await dials({ maxCertificatesPerYear: 1 });
  const arn = await request({ IdempotencyToken: 'once' });
  expect(await request({ IdempotencyToken: 'once' })).toBe(arn);
});

test.each(['maxImportedCertificates', 'maxImportedCertificatesPerYear'])(
  'imports have a quota of their own: %s',
  async (dial) => {
    await dials({ [dial]: 1 });
    await importOne();
    expect(await refusalOf(importOne())).toEqual({
      name: 'LimitExceededException',
      message:
        'You have reached the maximum number of certificates. Delete certificates that are not in use, or contact AWS Support to request an increase.',
      status: 400,
    });
    await request();
  },
);

test('names of one certificate are as many as the dial says', async () => {
  const SubjectAlternativeNames = Array.from({ length: 11 }, (_, index) => `n${index}.example.com`);
  expect(await refusalOf(request({ SubjectAlternativeNames }))).toMatchObject({
    name: 'LimitExceededException',
    message: 'Certificate has too many domains.',
  });
  await dials({ maxCertificateNames: 12 });
  const arn = await request({ SubjectAlternativeNames });
  expect((await describeCertificate(sandbox, arn)).SubjectAlternativeNames).toHaveLength(12);
});

test('a new certificate can be described before the list shows it', async () => {
  await dials({ certificateListedAfterMs: 60_000 });
  const arn = await request();
  expect((await describeCertificate(sandbox, arn)).CertificateArn).toBe(arn);
  expect(await list()).toEqual([]);
  await sandbox.admin('POST', 'clock', { advanceMs: 60_000 });
  expect(await list()).toEqual([arn]);
});

test('the list filters by status, key, usage and origin, and sorts by creation', async () => {
  const requested = [await request()];
  await sandbox.admin('POST', 'clock', { advanceMs: 1000 });
  requested.push(await request());
  const imported = await importOne();
  expect(new Set(await list())).toEqual(new Set(requested));
  const keyTypes = ['RSA_2048', 'EC_prime256v1'] as const;
  const all = { Includes: { keyTypes: [...keyTypes] } };
  expect(await list({ ...all, SortBy: 'CREATED_AT', SortOrder: 'ASCENDING' })).toEqual([...requested, imported]);
  expect(await list({ ...all, SortBy: 'CREATED_AT', SortOrder: 'DESCENDING' })).toEqual(
    [...requested, imported].reverse(),
  );
  expect(await list({ ...all, CertificateStatuses: ['ISSUED'] })).toEqual([imported]);
  expect(await list({ ...all, CertificateKeyPairOrigins: ['CUSTOMER_PROVIDED'] })).toEqual([imported]);
  expect(await list({ ...all, CertificateKeyPairOrigins: ['ACME'] })).toEqual([]);
  expect(await list({ Includes: { keyTypes: [...keyTypes], keyUsage: ['DIGITAL_SIGNATURE'] } })).toEqual([]);
  expect(await list({ Includes: { keyTypes: [...keyTypes], managedBy: 'CLOUDFRONT' } })).toEqual([]);
});
