import { afterAll, beforeAll, expect, it } from 'vitest';
import { domains, inventory, tenants } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import type { Certificate } from '@/lib/inventory/model';
import { getCertificate } from './get-certificate';
import { certificatesPageSize, listCertificates } from './list-certificates';
import type { CertificateSort } from './sort-certificates';

let database: Awaited<ReturnType<typeof testDb>>;

const arnOf = (name: string) => `arn:aws:acm:us-east-1:123456789012:certificate/${name}`;
const certificate = (name: string, change: Partial<Certificate> = {}): Certificate => ({
  arn: arnOf(name),
  domainName: name,
  names: [name],
  status: 'ISSUED',
  failureReason: null,
  type: 'AMAZON_ISSUED',
  keyAlgorithm: 'RSA_2048',
  inUseBy: [],
  renewalEligible: true,
  renewalStatus: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  issuedAt: '2026-01-01T00:10:00.000Z',
  notBefore: '2026-01-01T00:00:00.000Z',
  notAfter: '2027-01-01T00:00:00.000Z',
  validations: [],
  tags: {},
  ...change,
});
const waiting = {
  domainName: 'new.example.com',
  status: 'PENDING_VALIDATION' as const,
  method: 'DNS' as const,
  record: { name: '_x.new.example.com', type: 'CNAME' as const, value: '_y.acm-validations.aws' },
};

beforeAll(async () => {
  database = await testDb();
  const { db } = database;
  const certificates = [
    certificate('late.example.com'),
    certificate('soon.example.com', { notAfter: '2026-06-01T00:00:00.000Z' }),
    certificate('new.example.com', {
      status: 'PENDING_VALIDATION',
      notBefore: null,
      notAfter: null,
      validations: [waiting],
    }),
    certificate('bad.example.com', { status: 'FAILED', failureReason: 'CAA_ERROR', notBefore: null, notAfter: null }),
  ];
  const seenAt = new Date();
  await db.insert(inventory).values([
    ...certificates.map((data) => ({ kind: 'certificate' as const, key: data.arn, data, seenAt })),
    {
      kind: 'gateway-domain',
      key: '*.example.com',
      data: { name: '*.example.com', certificateArn: arnOf('soon.example.com') },
      seenAt,
    },
    {
      kind: 'hosted-zone',
      key: 'Z1',
      data: { id: 'Z1', name: 'example.com', private: false, recordCount: 2, comment: null },
      seenAt,
    },
  ]);
  const [acme] = await db.insert(tenants).values({ slug: 'acme', name: 'Acme' }).returning();
  await db.insert(domains).values({
    tenantId: acme?.id ?? '',
    hostname: 'shop.example.com',
    kind: 'managed',
    certificateMode: 'existing',
    gatewayDomainName: '*.example.com',
  });
  await db.insert(domains).values({
    tenantId: acme?.id ?? '',
    hostname: 'new.example.com',
    kind: 'managed',
    certificateMode: 'existing',
    certificateArn: arnOf('new.example.com'),
    gatewayDomainName: 'new.example.com',
  });
});
afterAll(() => database.close());

const list = (filter: Partial<Parameters<typeof listCertificates>[1]> = {}, limit: string[] | null = null) =>
  listCertificates(
    database.db,
    { search: '', status: null, sort: 'status', descending: false, page: 1, ...filter },
    limit,
  );

it('lists what needs somebody first, then the next to expire', async () => {
  const page = await list();
  expect(page.certificates.map(({ domainName }) => domainName)).toEqual([
    'bad.example.com',
    'new.example.com',
    'soon.example.com',
    'late.example.com',
  ]);
  expect(page).toMatchObject({ all: 4, total: 4, counts: { ISSUED: 2, PENDING_VALIDATION: 1, FAILED: 1 } });
});

it.each<[CertificateSort, boolean, string[]]>([
  ['status', true, ['late', 'soon', 'new', 'bad']],
  ['name', false, ['bad', 'late', 'new', 'soon']],
  ['name', true, ['soon', 'new', 'late', 'bad']],
  ['expires', false, ['soon', 'late', 'bad', 'new']],
  ['expires', true, ['late', 'soon', 'bad', 'new']],
  ['use', false, ['soon', 'new', 'bad', 'late']],
  ['use', true, ['new', 'soon', 'bad', 'late']],
])('is sorted by %s (descending: %s), what a column says nothing of last', async (sort, descending, order) => {
  const { certificates } = await list({ sort, descending });
  expect(certificates.map(({ domainName }) => domainName.split('.')[0])).toEqual(order);
});

it('says who waits for a certificate that nothing presents yet', async () => {
  const [pending] = (await list({ search: 'new.example.com' })).certificates;
  expect(pending).toMatchObject({ uses: [], waiting: ['new.example.com'] });
  const view = await getCertificate(database.db, 'new.example.com', { now: new Date(), limit: null });
  expect(view?.fits.map(({ hostname, relation }) => [hostname, relation])).toEqual([
    ['new.example.com', 'waits'],
    ['shop.example.com', 'none'],
  ]);
});

it('says whose turn it is, until when, and which record is missing', async () => {
  const [pending] = (await list({ status: 'PENDING_VALIDATION' })).certificates;
  expect(pending).toMatchObject({
    turn: 'us',
    deadline: '2026-01-04T00:00:00.000Z',
    validations: [{ turn: 'us', sentence: 'The record is missing in our zone example.com.' }],
  });
  const [failed] = (await list({ status: 'FAILED' })).certificates;
  expect(failed).toMatchObject({ turn: 'tenant', deadline: null, sentence: expect.stringContaining('CAA record') });
});

it("finds a certificate by its tenant's name, through the gateway's domains", async () => {
  const { certificates } = await list({ search: 'aCME' });
  expect(certificates).toMatchObject([
    {
      domainName: 'soon.example.com',
      uses: [{ gatewayDomain: '*.example.com', tenants: [{ slug: 'acme', name: 'Acme' }] }],
    },
  ]);
});

it('answers a page beyond the last with nothing, and nothing that matches with nothing', async () => {
  expect((await list({ page: 2 })).certificates).toEqual([]);
  expect(await list({ search: 'nowhere' })).toMatchObject({ certificates: [], total: 0, all: 4 });
  expect(certificatesPageSize).toBeGreaterThan(4);
});
