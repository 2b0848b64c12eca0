import { randomUUID, X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { describeCertificate } from '@/lib/aws/acm/describe-certificate';
import { listResourceRecordSets } from '@/lib/aws/route-53/list-resource-record-sets';
import { auditEvents } from '@/lib/db/schema';
import { startWorld, type World } from '@/lib/domains/testing/world';
import { makeTestCertificate } from '@/sandbox/testing/test-certificate';
import { certificateId } from './certificate-id';
import { deleteCertificate } from './delete-certificate';
import { getCertificate } from './get-certificate';
import { importCertificate } from './import/import-certificate';
import { readEndangered } from './read-endangered';
import { requestCertificate } from './request-certificate';
import { requestCertificateSchema } from './schemas';
import { checkCertificateNow } from './watch/check-certificate-now';
import { readWatches } from './watch/read-watches';
import { watchDue } from './watch/watch-due';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const wish = (names: string, more: object = {}) =>
  requestCertificateSchema.parse({
    names,
    keyAlgorithm: 'EC_prime256v1',
    tenantSlug: '',
    publish: 'on',
    submissionId: randomUUID(),
    ...more,
  });

async function issued(arn: string): Promise<void> {
  await vi.waitFor(async () => expect((await describeCertificate(world.aws, arn))?.status).toBe('ISSUED'), {
    timeout: 30_000,
  });
}

const logged = async (action: string) =>
  (await world.ctx.db.select().from(auditEvents)).filter((row) => row.action === action && row.phase !== 'intent');

describe('certificates', () => {
  it('are requested for several names, once a form, and published where a zone is ours', async () => {
    const input = wish('many.example.com\n*.many.example.com, many.customer.test');
    const { arn, published } = await requestCertificate(world.ctx, input);
    // Name and wildcard share one record.
    expect(published).toBe('1 validation record published. 1 validation record to publish by others.');
    const [record] = (await describeCertificate(world.aws, arn))?.validations ?? [];
    const name = record?.record?.name ?? '';
    expect(await listResourceRecordSets(world.aws, world.zoneId, { name })).toMatchObject([{ type: 'CNAME' }]);
    expect(await requestCertificate(world.ctx, input)).toEqual({
      arn,
      published: 'All validation records of our zones are there already. 1 validation record to publish by others.',
    });
    expect(await describeCertificate(world.aws, arn)).toMatchObject({
      domainName: 'many.example.com',
      keyAlgorithm: 'EC_prime256v1',
      tags: { 'gatehouse:tenant': '' },
    });
    const view = await getCertificate(world.ctx.db, certificateId(arn), { now: new Date(), limit: null });
    expect(view?.validations.find((one) => one.domainName === 'many.customer.test')).toMatchObject({ turn: 'tenant' });
    expect(await getCertificate(world.ctx.db, certificateId(arn), { now: new Date(), limit: ['x'] })).toBeNull();
    await expect(requestCertificate(world.ctx, wish('a.example.com', { tenantSlug: 'nobody' }))).rejects.toMatchObject({
      options: { fields: { tenantSlug: 'There is no tenant nobody any more.' } },
    });
    const eleven = Array.from({ length: 11 }, (_, n) => `n${n}.example.com`).join('\n');
    await expect(requestCertificate(world.ctx, wish(eleven))).rejects.toMatchObject({
      options: { fields: { names: expect.stringContaining('more names than the ACM quota') } },
    });
  });

  it('are watched: in use, records published; the log hears of changes only', async () => {
    const id = await world.want('watched.customer.test');
    const waiting = await world.run(id, 'Waiting for tenant');
    const [record] = waiting.records;
    await world.customerDns(record?.name ?? '', 'CNAME', [record?.value ?? '']);
    const arn = (await world.row(id))?.certificateArn ?? '';
    await issued(arn);
    const look = () => checkCertificateNow(world.ctx, arn, world.network.resolver);
    const concerns = async () => (await readWatches(world.ctx.db, [arn])).get(arn)?.concerns.map(({ code }) => code);
    await look();
    expect(await concerns()).toEqual(['not-in-use']);
    await world.run(id, ({ axes }) => axes.gateway.state === 'ok');
    await vi.waitFor(async () => {
      await look();
      expect(await concerns()).toEqual([]);
    });

    await world.admin('DELETE', `dns?name=${record?.name}&type=CNAME`);
    await look();
    await look();
    expect(await concerns()).toEqual(['validation-record-missing']);
    const [endangered] = await readEndangered(world.ctx.db, null);
    expect(endangered).toMatchObject({ arn, actor: 'tenant', urgent: false });
    const rows = (await logged('certificate.watched')).filter((row) => row.resourceId === 'watched.customer.test');
    expect(
      rows.map(({ after }) => (after as { concerns: { code: string }[] }).concerns.map(({ code }) => code)),
    ).toEqual([['not-in-use'], [], ['validation-record-missing']]);

    // The worker: those that were looked at are not due, and an hour later the one with trouble is.
    await watchDue(world.ctx, world.network.resolver);
    expect(await watchDue(world.ctx, world.network.resolver)).toBe(0);
    const later = new Date(Date.now() + 3_700_000);
    expect(await watchDue({ ...world.ctx, now: () => later }, world.network.resolver)).toBe(1);
  }, 90_000);

  it('are not deleted while a domain wants them or something uses them, and by their name only', async () => {
    const id = await world.idOf('watched.customer.test');
    const used = (await world.row(id))?.certificateArn ?? '';
    const typed = { arn: used, confirmName: 'watched.customer.test' };
    await expect(deleteCertificate(world.ctx, typed)).rejects.toThrow('is in use by watched.customer.test');
    const { arn } = await requestCertificate(world.ctx, wish('spare.example.com', { publish: '' }));
    await expect(deleteCertificate(world.ctx, { arn, confirmName: 'x' })).rejects.toMatchObject({
      options: { fields: { confirmName: 'Type spare.example.com to delete it.' } },
    });
    await deleteCertificate(world.ctx, { arn, confirmName: 'Spare.example.com' });
    expect(await describeCertificate(world.aws, arn)).toBeNull();
    expect(await getCertificate(world.ctx.db, certificateId(arn), { now: new Date(), limit: null })).toBeNull();
    await expect(deleteCertificate(world.ctx, { arn, confirmName: '' })).rejects.toMatchObject({ code: 'not-found' });
    expect(await logged('certificate.deleted')).toHaveLength(1);
  });

  it('are imported, and their successors in their place; the key is nowhere', async () => {
    const root = await makeTestCertificate({ names: [], isAuthority: true, subject: 'CN=Root' });
    const between = await makeTestCertificate({ names: [], isAuthority: true, subject: 'CN=Between', signer: root });
    const make = (names: string[]) => makeTestCertificate({ names, signer: between });
    const first = await make(['own.customer.test']);
    const input = (one: typeof first, more: object = {}) => ({
      certificate: one.pem,
      privateKey: one.keyPem,
      chain: between.pem,
      replaces: '' as const,
      tenantSlug: '',
      trustAuthority: '' as const,
      ...more,
    });
    const other = await make(['own.customer.test']);
    await expect(
      importCertificate(world.ctx, input(first, { privateKey: other.keyPem }), [root.pem]),
    ).rejects.toMatchObject({
      options: { fields: { privateKey: 'This key does not belong to the certificate of own.customer.test.' } },
    });
    expect(await logged('certificate.imported')).toEqual([]);
    const { arn } = await importCertificate(world.ctx, input(first), [root.pem]);
    const again = await make(['own.customer.test', 'more.customer.test']);
    expect(await importCertificate(world.ctx, input(again, { replaces: arn }), [root.pem])).toMatchObject({ arn });
    const view = await getCertificate(world.ctx.db, certificateId(arn), { now: new Date(), limit: null });
    expect(view).toMatchObject({ type: 'IMPORTED', names: ['more.customer.test', 'own.customer.test'] });
    const rows = await logged('certificate.imported');
    expect(rows.map(({ result }) => result)).toEqual(['ok', 'ok']);
    expect(rows.at(-1)?.after).toMatchObject({ fingerprint256: new X509Certificate(again.pem).fingerprint256 });
    const everything = JSON.stringify([await world.ctx.db.select().from(auditEvents), view, world.lines]);
    for (const { keyPem } of [first, again]) expect(everything).not.toContain(keyPem.split('\n')[1]);
  });
});
