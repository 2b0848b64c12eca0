import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { describeCertificate } from '@/lib/aws/acm/describe-certificate';
import { listCertificates } from '@/lib/aws/acm/list-certificates';
import { getDomainName } from '@/lib/aws/api-gateway/get-domain-name';
import { domains } from '@/lib/db/schema';
import { offerNewCertificate } from '@/lib/domains/offer-new-certificate';
import { requestNewCertificate } from '@/lib/domains/request-new-certificate';
import { startWorld, type World } from '@/lib/domains/testing/world';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** What the tenant's page would offer for a domain. */
async function offer(id: string, now = new Date()): Promise<string | null> {
  const row = await world.row(id);
  if (row === null) throw new Error('no such domain');
  const certificate = row.certificateArn === null ? null : await describeCertificate(world.aws, row.certificateArn);
  return offerNewCertificate({ ...row, certificate, axis: row.status?.axes.certificate.state ?? null }, now);
}

describe('a new certificate', () => {
  it('is switched to once issued, where the gateway serves an expired one', async () => {
    const id = await world.want('old.example.com');
    await world.run(id, 'Live');
    const before = (await world.row(id))?.certificateArn ?? '';
    const later = new Date(Date.now() + 1000 * 86_400_000);
    const expired = { ...world.ctx, now: () => later };
    expect((await world.pass(id, expired)).axes.certificate.sentence).toMatch(/^The certificate expired on/);
    expect(await offer(id, later)).toMatch(/The gateway serves the old one until then; delete it in ACM afterwards/);

    await requestNewCertificate(expired, id);
    expect(await getDomainName(world.aws, 'old.example.com')).toMatchObject({ certificateArn: before });
    await world.run(id, ({ axes }) => axes.gateway.sentence === 'old.example.com is on the gateway.');
    const { certificateArn, replacesCertificateArn } = (await world.row(id)) ?? {};
    expect(certificateArn).not.toBe(before);
    expect(await getDomainName(world.aws, 'old.example.com')).toMatchObject({ certificateArn });
    expect(replacesCertificateArn).toBeNull();
    expect((await world.actions('old-example-com')).map((row) => row.action)).toContain(
      'domain.gateway-domain-changed',
    );
  });

  it('is requested in the place of one that somebody deleted', async () => {
    const id = await world.want('lost.customer.test');
    await world.run(id, 'Waiting for tenant');
    const missing = (await world.row(id))?.certificateArn?.replace(/[^/]+$/, '00000000-0000-4000-8000-000000000000');
    await world.ctx.db.update(domains).set({ certificateArn: missing }).where(eq(domains.id, id));
    await world.run(id, 'Needs operator');
    expect(await offer(id)).toMatch(/^ACM issues a new one/);
    await requestNewCertificate(world.ctx, id);
    await world.run(id, 'Waiting for tenant');
  });

  it('is not for a domain that leaves, or whose certificate is shared', async () => {
    const shared = await world.want('shared.example.com', { certificateMode: 'existing', certificateArn: 'arn:x' });
    await expect(requestNewCertificate(world.ctx, shared)).rejects.toThrow('has no certificate of its own');
    const leaving = await world.want('leaving.example.com', { certificateArn: 'arn:y', intent: 'absent' });
    await expect(requestNewCertificate(world.ctx, leaving)).rejects.toThrow('is being removed');
    expect([await offerOf('existing'), await offerOf('dedicated')]).toEqual([null, null]);

    async function offerOf(certificateMode: 'existing' | 'dedicated') {
      const intent = certificateMode === 'existing' ? 'present' : 'absent';
      const certificate = null;
      const subject = { certificateMode, certificateArn: 'arn:z', zoneId: null, certificate, axis: 'problem' } as const;
      return offerNewCertificate({ ...subject, intent }, new Date());
    }
  });

  it('is requested by itself when ACM gives up after 72 hours, four times in a row and no more', async () => {
    const hostname = 'late.customer.test';
    const id = await world.want(hostname);
    const first = await world.run(id, 'Waiting for tenant');
    await expect(requestNewCertificate(world.ctx, id)).rejects.toThrow('has not failed or expired, so it is kept');
    expect(await offer(id)).toBeNull();
    const [record] = first.records;
    // From here on the sandbox issues certificates of the future: this test is the last.
    let arn = (await world.row(id))?.certificateArn ?? '';
    for (const round of ['2nd of 4', '3rd of 4', '4th of 4']) {
      await world.admin('POST', 'clock', { advanceMs: 73 * 3_600_000 });
      await timedOut(arn);
      // ACM names the record of a new request a moment later.
      const status = await world.run(
        id,
        ({ axes, headline }) => headline === 'Waiting for tenant' && axes.certificate.sentence.includes(round),
      );
      expect(status.records[0]).toMatchObject({ name: record?.name, value: record?.value });
      const next = (await world.row(id))?.certificateArn ?? '';
      expect(next).not.toBe(arn);
      arn = next;
    }
    const all = await listCertificates(world.aws);
    expect(all.filter((one) => one.domainName === hostname)).toHaveLength(1);

    await world.admin('POST', 'clock', { advanceMs: 73 * 3_600_000 });
    const stopped = await world.run(id, 'Needs operator');
    expect(stopped.sentence).toMatch(/gave up 4 times, 12 days in all/);
    expect(await offer(id)).toMatch(/at the tenant's DNS provider.*The old one is deleted/);
    await world.pass(id);
    expect((await world.row(id))?.certificateArn).toBe(arn);

    // The operator decides anew: the count begins again.
    await requestNewCertificate(world.ctx, id);
    expect(await offer(id)).toBeNull();
    expect((await world.run(id, 'Waiting for tenant')).axes.certificate.sentence).toMatch(/^Requested; ACM issues it/);
    const log = (await world.actions('late-customer-test')).filter((row) => row.phase !== 'outcome');
    const actions = log.map((row) => row.action);
    expect(actions.filter((action) => action === 'domain.certificate-timed-out')).toHaveLength(3);
    expect(actions).toEqual(expect.arrayContaining(['domain.certificate-removed', 'domain.certificate-given-up']));
  });

  /** ACM looks at its clock now and then. */
  async function timedOut(arn: string) {
    await vi.waitFor(
      async () => expect((await describeCertificate(world.aws, arn))?.status).toBe('VALIDATION_TIMED_OUT'),
      { timeout: 20_000, interval: 50 },
    );
  }
});
