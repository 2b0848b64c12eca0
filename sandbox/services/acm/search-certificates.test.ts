import {
  type CertificateFilterStatement,
  DeleteCertificateCommand,
  ImportCertificateCommand,
  paginateSearchCertificates,
  SearchCertificatesCommand,
  type SearchCertificatesCommandInput,
} from '@aws-sdk/client-acm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';
import { describeCertificate, issuedCertificate, requestedCertificate } from '../../testing/issued-certificate';
import { makeTestCertificate } from '../../testing/test-certificate';

let sandbox: TestSandbox;
/** Issued, imported and pending, in the order of their creation. */
let issued: string;
let imported: string;
let pending: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  issued = await issuedCertificate(sandbox, {
    DomainName: 'shop.customer.test',
    SubjectAlternativeNames: ['www.customer.test'],
  });
  await sandbox.admin('POST', 'clock', { advanceMs: 1000 });
  const { pem, keyPem } = await makeTestCertificate({
    names: ['old.customer.test'],
    subject: 'CN=old.customer.test, O=Customer, OU=Shop, C=DE, L=Ulm, ST=BW',
    key: 'EC_secp384r1',
  });
  const input = { Certificate: Buffer.from(pem), PrivateKey: Buffer.from(keyPem) };
  imported = (await sandbox.acm.send(new ImportCertificateCommand(input))).CertificateArn ?? '';
  await sandbox.admin('POST', 'clock', { advanceMs: 1000 });
  pending = await requestedCertificate(sandbox, { DomainName: 'mail.example.com', ValidationMethod: 'EMAIL' });
});
afterAll(() => sandbox.stop());

const search = async (input: SearchCertificatesCommandInput = {}) =>
  (await sandbox.acm.send(new SearchCertificatesCommand(input))).Results ?? [];
const arns = async (FilterStatement?: CertificateFilterStatement) => {
  const found = await search({ SortBy: 'CREATED_AT', ...(FilterStatement ? { FilterStatement } : {}) });
  return found.map(({ CertificateArn }) => CertificateArn);
};
const status = (Status: 'ISSUED' | 'PENDING_VALIDATION'): CertificateFilterStatement => ({
  Filter: { AcmCertificateMetadataFilter: { Status } },
});
const commonName = (Value: string, ComparisonOperator: 'EQUALS' | 'CONTAINS'): CertificateFilterStatement => ({
  Filter: { X509AttributeFilter: { Subject: { CommonName: { Value, ComparisonOperator } } } },
});

test('finds certificates of all kinds, with what they say and what ACM knows of them', async () => {
  const [first, second, third] = await search({ SortBy: 'CREATED_AT' });
  const detail = await describeCertificate(sandbox, issued);
  expect(first).toEqual({
    CertificateArn: issued,
    X509Attributes: {
      Issuer: { CommonName: 'Gatehouse Sandbox CA', Organization: 'Gatehouse Sandbox' },
      Subject: { CommonName: 'shop.customer.test' },
      SubjectAlternativeNames: [{ DnsName: 'shop.customer.test' }, { DnsName: 'www.customer.test' }],
      ExtendedKeyUsages: ['TLS_WEB_SERVER_AUTHENTICATION'],
      KeyAlgorithm: 'RSA_2048',
      KeyUsages: ['DIGITAL_SIGNATURE', 'KEY_ENCIPHERMENT'],
      SerialNumber: detail.Serial,
      NotAfter: detail.NotAfter,
      NotBefore: detail.NotBefore,
    },
    CertificateMetadata: {
      AcmCertificateMetadata: {
        CreatedAt: detail.CreatedAt,
        IssuedAt: detail.IssuedAt,
        Exported: false,
        InUse: false,
        RenewalEligibility: 'INELIGIBLE',
        Status: 'ISSUED',
        Type: 'AMAZON_ISSUED',
        ExportOption: 'DISABLED',
        ValidationMethod: 'DNS',
        CertificateKeyPairOrigin: 'AWS_MANAGED',
      },
    },
  });
  expect(second?.X509Attributes).toMatchObject({
    KeyAlgorithm: 'EC_secp384r1',
    Subject: { CommonName: 'old.customer.test', Organization: 'Customer', OrganizationalUnit: 'Shop', State: 'BW' },
  });
  expect(third?.X509Attributes?.Subject).toEqual({ CommonName: 'mail.example.com' });
  expect(third?.X509Attributes).not.toHaveProperty('Issuer');
});

test('filters by attribute and by metadata', async () => {
  const attribute = (X509AttributeFilter: never) => arns({ Filter: { X509AttributeFilter } });
  const { NotAfter } = await describeCertificate(sandbox, issued);
  const serial = (await describeCertificate(sandbox, imported)).Serial;
  const cases: [object, string[]][] = [
    [{ SubjectAlternativeName: { DnsName: { Value: 'www.customer.test', ComparisonOperator: 'EQUALS' } } }, [issued]],
    [
      { SubjectAlternativeName: { DnsName: { Value: 'CUSTOMER', ComparisonOperator: 'CONTAINS' } } },
      [issued, imported],
    ],
    [{ KeyAlgorithm: 'EC_secp384r1' }, [imported]],
    [{ KeyUsage: 'KEY_ENCIPHERMENT' }, [issued]],
    [{ ExtendedKeyUsage: 'TLS_WEB_SERVER_AUTHENTICATION' }, [issued]],
    [{ SerialNumber: serial }, [imported]],
    [{ NotAfter: { Start: NotAfter, End: NotAfter } }, [issued]],
    [{ NotBefore: { End: new Date() } }, [issued, imported]],
  ];
  for (const [filter, expected] of cases)
    expect(await attribute(filter as never), JSON.stringify(filter)).toEqual(expected);

  expect(await arns(status('PENDING_VALIDATION'))).toEqual([pending]);
  const metadata: [object, string[]][] = [
    [{ Type: 'IMPORTED' }, [imported]],
    [{ InUse: false }, [issued, imported, pending]],
    [{ Exported: true }, []],
    [{ ValidationMethod: 'EMAIL' }, [pending]],
    [{ CertificateKeyPairOrigin: 'CUSTOMER_PROVIDED' }, [imported]],
    [{ RenewalStatus: 'SUCCESS' }, []],
  ];
  for (const [filter, expected] of metadata)
    expect(await arns({ Filter: { AcmCertificateMetadataFilter: filter as never } })).toEqual(expected);
  expect(await arns({ Filter: { CertificateArn: pending } })).toEqual([pending]);
});

test('statements are combined', async () => {
  const ofCustomer = commonName('customer', 'CONTAINS');
  expect(await arns(ofCustomer)).toEqual([issued, imported]);
  expect(await arns(commonName('customer', 'EQUALS'))).toEqual([]);
  expect(await arns({ Not: ofCustomer })).toEqual([pending]);
  expect(await arns({ And: [ofCustomer, { Not: commonName('shop.customer.test', 'EQUALS') }] })).toEqual([imported]);
  expect(await arns({ Or: [status('PENDING_VALIDATION'), commonName('shop.', 'CONTAINS')] })).toEqual([
    issued,
    pending,
  ]);
});

test('sorts by any field, either way, and pages', async () => {
  const names = async (input: SearchCertificatesCommandInput) =>
    (await search(input)).map(({ X509Attributes }) => X509Attributes?.Subject?.CommonName);
  const sorted = ['mail.example.com', 'old.customer.test', 'shop.customer.test'];
  expect(await names({ SortBy: 'COMMON_NAME', SortOrder: 'ASCENDING' })).toEqual(sorted);
  expect(await names({ SortBy: 'COMMON_NAME', SortOrder: 'DESCENDING' })).toEqual([...sorted].reverse());
  // What has no end comes first.
  expect((await names({ SortBy: 'NOT_AFTER' }))[0]).toBe('mail.example.com');
  const pages: (string | undefined)[][] = [];
  const pager = paginateSearchCertificates({ client: sandbox.acm, pageSize: 2 }, { SortBy: 'CREATED_AT' });
  for await (const page of pager) pages.push((page.Results ?? []).map(({ CertificateArn }) => CertificateArn));
  expect(pages).toEqual([[issued, imported], [pending]]);
});

test('refuses what is no search', async () => {
  for (const input of [
    { MaxResults: 0 },
    { SortBy: 'NOTHING' },
    { SortOrder: 'UP' },
    { NextToken: 'nonsense' },
    { FilterStatement: { And: [] }, MaxResults: 5000 },
    { FilterStatement: { Filter: {} } },
    { FilterStatement: { Or: [{ Filter: { X509AttributeFilter: {} } }, status('ISSUED')] } },
    { FilterStatement: commonName('x', 'LIKE' as never) },
  ]) {
    expect(await refusalOf(search(input as never)), JSON.stringify(input)).toMatchObject({
      name: 'ValidationException',
      status: 400,
    });
  }
});

test('what is deleted is not found', async () => {
  const arn = await requestedCertificate(sandbox, { DomainName: 'gone.example.com' });
  expect(await arns(commonName('gone.example.com', 'EQUALS'))).toEqual([arn]);
  await sandbox.acm.send(new DeleteCertificateCommand({ CertificateArn: arn }));
  expect(await arns(commonName('gone.example.com', 'EQUALS'))).toEqual([]);
});
