import { createHash } from 'node:crypto';
import { connect } from 'node:tls';
import {
  type CertificateDetail,
  DescribeCertificateCommand,
  GetCertificateCommand,
  ListCertificatesCommand,
  RequestCertificateCommand,
} from '@aws-sdk/client-acm';
import { CreateDomainNameCommand, DeleteDomainNameCommand } from '@aws-sdk/client-api-gateway';
import { type ChangeAction, ChangeResourceRecordSetsCommand, CreateHostedZoneCommand } from '@aws-sdk/client-route-53';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startTestSandbox, type TestSandbox } from '../../test-sandbox';

const day = 24 * 3_600_000;
const name = 'renewed.example.com';

let sandbox: TestSandbox;
let zoneId: string | undefined;
let arn: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  await sandbox.admin('POST', 'reset', { seed: false });
  await sandbox.admin('PATCH', 'dials', { certificateIssueAfterMs: 0 });
  const zone = await sandbox.route53.send(new CreateHostedZoneCommand({ Name: 'example.com', CallerReference: 'a' }));
  zoneId = zone.HostedZone?.Id;
  const { CertificateArn = '' } = await sandbox.acm.send(
    new RequestCertificateCommand({ DomainName: name, ValidationMethod: 'DNS' }),
  );
  arn = CertificateArn;
  await record('UPSERT');
  await until({ Status: 'ISSUED' });
});

const describeIt = async (): Promise<CertificateDetail> => {
  const { Certificate } = await sandbox.acm.send(new DescribeCertificateCommand({ CertificateArn: arn }));
  return Certificate ?? {};
};

async function record(action: ChangeAction): Promise<void> {
  const { Name, Value } = (await describeIt()).DomainValidationOptions?.[0]?.ResourceRecord ?? {};
  const set = { Name, Type: 'CNAME' as const, TTL: 300, ResourceRecords: [{ Value }] };
  const Changes = [{ Action: action, ResourceRecordSet: set }];
  await sandbox.route53.send(new ChangeResourceRecordSetsCommand({ HostedZoneId: zoneId, ChangeBatch: { Changes } }));
}

const putToUse = () =>
  sandbox.gateway.send(
    new CreateDomainNameCommand({
      domainName: name,
      regionalCertificateArn: arn,
      endpointConfiguration: { types: ['REGIONAL'] },
      securityPolicy: 'TLS_1_2',
    }),
  );

async function until(expected: object): Promise<CertificateDetail> {
  return vi.waitFor(
    async () => {
      const detail = await describeIt();
      expect(detail).toMatchObject(expected);
      return detail;
    },
    { timeout: 15_000, interval: 50 },
  );
}

const renewal = (RenewalStatus: string, ValidationStatus: string) => ({
  RenewalSummary: { RenewalStatus, DomainValidationOptions: [{ DomainName: name, ValidationStatus }] },
});
/** Longer than the issuer takes to look again. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 700));
const advance = (ms: number) => sandbox.admin('POST', 'clock', { advanceMs: ms });

test('what is in use is renewed under its ARN 60 days before its end, and served from then on', async () => {
  await putToUse();
  const before = await until({ RenewalEligibility: 'ELIGIBLE' });
  expect(before).not.toHaveProperty('RenewalSummary');
  await advance(137 * day);
  await aWhile();
  expect(await describeIt()).toEqual(before);
  await advance(1.01 * day);
  const after = await until(renewal('SUCCESS', 'SUCCESS'));
  expect(after).toMatchObject({ Status: 'ISSUED', RenewalEligibility: 'ELIGIBLE', CreatedAt: before.CreatedAt });
  expect(after.Serial).not.toBe(before.Serial);
  const days = ((after.NotAfter?.getTime() ?? 0) - (before.NotAfter?.getTime() ?? 0)) / day;
  expect(days).toBeCloseTo(138, 0);
  expect(after.RenewalSummary?.UpdatedAt).toBeInstanceOf(Date);
  expect(after.NotBefore?.getTime()).toBeGreaterThan(before.NotBefore?.getTime() ?? 0);

  const { Certificate = '' } = await sandbox.acm.send(new GetCertificateCommand({ CertificateArn: arn }));
  const der = Buffer.from(Certificate.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64');
  expect(await servedFingerprint()).toBe(createHash('sha256').update(der).digest('hex'));
});

function servedFingerprint(): Promise<string> {
  return new Promise((resolve, reject) => {
    const at = { port: sandbox.ports.https, host: '127.0.0.1', servername: name, rejectUnauthorized: false };
    const socket = connect(at, () => {
      resolve(socket.getPeerCertificate().fingerprint256.replaceAll(':', '').toLowerCase());
      socket.destroy();
    });
    socket.on('error', reject);
  });
}

test('a renewal is pending for a while when the dial says so', async () => {
  await putToUse();
  await sandbox.admin('PATCH', 'dials', { certificateIssueAfterMs: 3_600_000 });
  await advance(138.1 * day);
  const pending = await until(renewal('PENDING_AUTO_RENEWAL', 'SUCCESS'));
  await aWhile();
  expect(await describeIt()).toEqual(pending);
  await advance(3_600_000);
  await until(renewal('SUCCESS', 'SUCCESS'));
});

test('a renewal under way is finished by a jump over the end', async () => {
  await putToUse();
  await sandbox.admin('PATCH', 'dials', { certificateIssueAfterMs: 3_600_000 });
  const { Serial, NotAfter } = await describeIt();
  await advance(140 * day);
  await until({ RenewalSummary: expect.objectContaining({ RenewalStatus: 'PENDING_AUTO_RENEWAL' }) });
  await advance(60 * day);
  await until({ RenewalSummary: expect.objectContaining({ RenewalStatus: 'SUCCESS' }) });
  const renewed = await describeIt();
  expect(renewed.Serial).not.toBe(Serial);
  expect(renewed.NotAfter?.getTime()).toBeGreaterThan(Number(NotAfter?.getTime()));
});

test('what has expired can not be put to use', async () => {
  await advance(200 * day);
  await until({ Status: 'EXPIRED' });
  await expect(putToUse()).rejects.toMatchObject({ name: 'BadRequestException' });
});

test('what nothing uses is not renewed and expires; once in use, its renewal begins', async () => {
  await advance(140 * day);
  await aWhile();
  const unused = await describeIt();
  expect(unused).toMatchObject({ Status: 'ISSUED', RenewalEligibility: 'INELIGIBLE' });
  expect(unused).not.toHaveProperty('RenewalSummary');
  await putToUse();
  await until(renewal('SUCCESS', 'SUCCESS'));
  await sandbox.gateway.send(new DeleteDomainNameCommand({ domainName: name }));
  await advance(199 * day);
  await aWhile();
  expect(await describeIt()).toMatchObject({ Status: 'EXPIRED', InUseBy: [], ...renewal('SUCCESS', 'SUCCESS') });
  const expired = await sandbox.acm.send(new ListCertificatesCommand({ CertificateStatuses: ['EXPIRED'] }));
  expect(expired.CertificateSummaryList).toMatchObject([{ CertificateArn: arn, Status: 'EXPIRED' }]);
});

test('without its CNAME a renewal waits for validation, and goes on when the record is back', async () => {
  await putToUse();
  await record('DELETE');
  await advance(140 * day);
  const waiting = await until(renewal('PENDING_VALIDATION', 'PENDING_VALIDATION'));
  expect(waiting.DomainValidationOptions?.[0]?.ValidationStatus).toBe('SUCCESS');
  await record('UPSERT');
  await until(renewal('SUCCESS', 'SUCCESS'));
});

test('a renewal that is never validated fails with the end of the certificate', async () => {
  await putToUse();
  await record('DELETE');
  await advance(140 * day);
  await until(renewal('PENDING_VALIDATION', 'PENDING_VALIDATION'));
  await advance(59 * day);
  const expired = await until(renewal('FAILED', 'PENDING_VALIDATION'));
  expect(expired).toMatchObject({ Status: 'EXPIRED', RenewalEligibility: 'INELIGIBLE' });
  await record('UPSERT');
  await aWhile();
  expect(await describeIt()).toEqual(expired);
});

test('CAA records that forbid it fail a renewal, until they allow it', async () => {
  await putToUse();
  const caa = (Action: ChangeAction) =>
    sandbox.route53.send(
      new ChangeResourceRecordSetsCommand({
        HostedZoneId: zoneId,
        ChangeBatch: {
          Changes: [
            {
              Action,
              ResourceRecordSet: {
                Name: name,
                Type: 'CAA',
                TTL: 60,
                ResourceRecords: [{ Value: '0 issue "letsencrypt.org"' }],
              },
            },
          ],
        },
      }),
    );
  await caa('CREATE');
  await advance(140 * day);
  await until({ Status: 'ISSUED', RenewalSummary: { RenewalStatus: 'FAILED', RenewalStatusReason: 'CAA_ERROR' } });
  await caa('DELETE');
  const renewed = await until(renewal('SUCCESS', 'SUCCESS'));
  expect(renewed.RenewalSummary).not.toHaveProperty('RenewalStatusReason');
});

test('a jump over several ends finds the certificate renewed, as ACM would have done on the way', async () => {
  await putToUse();
  const before = await describeIt();
  await advance(500 * day);
  const after = await until({ Status: 'ISSUED', ...renewal('SUCCESS', 'SUCCESS') });
  // Each renewal comes 138 days after the one before.
  const days = ((after.NotAfter?.getTime() ?? 0) - (before.NotAfter?.getTime() ?? 0)) / day;
  expect(days / 138).toBeCloseTo(3, 1);
});
