import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { describeCertificate } from '@/lib/aws/acm/describe-certificate';
import { listCertificates } from '@/lib/aws/acm/list-certificates';
import { certificateId } from '@/lib/certificates/certificate-id';
import { findSuccessor } from '@/lib/certificates/find-successor';
import { getCertificate } from '@/lib/certificates/get-certificate';
import { requestCertificate } from '@/lib/certificates/request-certificate';
import { requestCertificateSchema } from '@/lib/certificates/schemas';
import type { Context } from '@/lib/context';
import { auditEvents, tenants } from '@/lib/db/schema';
import { crashingAtCall, crashingContext } from '@/lib/domains/testing/crashing-context';
import { startWorld, type World } from '@/lib/domains/testing/world';
import { syncInventory } from '@/lib/inventory/sync-inventory';
import { requestAgain } from './request-again';
import { requestTimedOut } from './request-timed-out';
import { watchDue } from './watch-due';

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
    publish: '',
    submissionId: randomUUID(),
    ...more,
  });

/** Lets ACM give up, and the cache hear of it. */
async function timeOut(...arns: string[]): Promise<void> {
  await world.admin('POST', 'clock', { advanceMs: 73 * 3_600_000 });
  await vi.waitFor(
    async () => {
      const statuses = await Promise.all(arns.map(async (arn) => (await describeCertificate(world.aws, arn))?.status));
      expect(new Set(statuses)).toEqual(new Set(['VALIDATION_TIMED_OUT']));
    },
    { timeout: 20_000, interval: 50 },
  );
  await syncInventory(world.ctx);
}

/** ACM lists a certificate a moment after it answered. */
const all = async (name: string) => {
  const list = async () => (await listCertificates(world.aws)).filter(({ domainName }) => domainName === name);
  await vi.waitFor(async () => expect(await list()).not.toEqual([]), { timeout: 20_000 });
  return list();
};

const logged = async (action: string, resourceId: string) =>
  world.ctx.db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.action, action), eq(auditEvents.resourceId, resourceId)));

const view = async (arn: string) => getCertificate(world.ctx.db, certificateId(arn), { now: new Date(), limit: null });

describe('a certificate of no domain that timed out', () => {
  it('is requested again by itself, four times in a row and no more; a domain that waits for it follows', async () => {
    const name = 'several.customer.test';
    const { arn: first } = await requestCertificate(world.ctx, wish(`${name}\nother.customer.test`));
    const id = await world.want(name, { certificateMode: 'existing', certificateArn: first });
    const [record] = (await describeCertificate(world.aws, first))?.validations ?? [];
    expect(await requestTimedOut(world.ctx)).toBe(0);
    const gone: string[] = [];
    let arn = first;
    for (const number of [2, 3, 4]) {
      await timeOut(arn);
      expect(await view(arn)).toMatchObject({
        turn: 'nobody',
        sentence: expect.stringContaining('A new one is requested by itself'),
      });
      expect(await world.pass(id)).toMatchObject({ axes: { certificate: { state: 'waiting' } } });
      expect(await requestTimedOut(world.ctx)).toBe(1);
      const [next, ...more] = await all(name);
      expect(more).toEqual([]);
      expect(next).toMatchObject({
        names: ['other.customer.test', name],
        keyAlgorithm: 'EC_prime256v1',
        status: 'PENDING_VALIDATION',
        tags: { 'gatehouse:tenant': '', 'gatehouse:request': String(number) },
      });
      gone.push(certificateId(arn));
      expect(await view(next?.arn ?? '')).toMatchObject({ request: { number, inPlaceOf: gone } });
      expect(await view(arn)).toBeNull();
      arn = next?.arn ?? '';
      expect((await world.row(id))?.certificateArn).toBe(arn);
      // ACM names the records a moment later; they are the same.
      await vi.waitFor(async () =>
        expect((await describeCertificate(world.aws, arn))?.validations[0]?.record).toEqual(record?.record),
      );
    }
    expect(await findSuccessor(world.ctx.db, certificateId(first), null)).toBe(arn);
    expect(await findSuccessor(world.ctx.db, certificateId(first), ['x'])).toBeNull();
    await timeOut(arn);
    expect(await requestTimedOut(world.ctx)).toBe(0);
    expect(await view(arn)).toMatchObject({ turn: 'us', sentence: expect.stringContaining('12 days in all') });
    const rows = await logged('certificate.requested-again', name);
    expect(rows.filter(({ phase }) => phase === 'outcome').map(({ result, actorKind }) => [result, actorKind])).toEqual(
      [2, 3, 4].map(() => ['ok', 'system']),
    );
    expect(rows[0]).toMatchObject({ before: { certificateArn: first, status: 'VALIDATION_TIMED_OUT' } });
    expect(await logged('certificate.replaced', name)).toHaveLength(3);
  });

  it.each<[string, number, (ctx: Context, n: number) => { ctx: Context; crashed(): boolean }]>([
    ['at each write', 7, crashingContext],
    ['before each call', 3, (ctx, n) => crashingAtCall(ctx, n, 'before')],
    ['after each call', 3, (ctx, n) => crashingAtCall(ctx, n, 'after')],
  ])('is requested once, whenever the process ends: %s', async (how, most, crashing) => {
    const names = Array.from({ length: most }, (_, n) => `n${n + 1}.${how.replaceAll(' ', '-')}.customer.test`);
    const arns = await Promise.all(names.map(async (name) => (await requestCertificate(world.ctx, wish(name))).arn));
    await timeOut(...arns);
    const ends: boolean[] = [];
    for (const [index, arn] of arns.entries()) {
      const { ctx, crashed } = crashing(world.ctx, index + 1);
      await requestAgain(ctx, arn).catch(() => null);
      ends.push(crashed());
      await requestAgain(world.ctx, arn);
    }
    // The last of them was long enough to end by itself.
    expect([ends[0], ends.at(-1)]).toEqual([true, false]);
    await all(names.at(-1) ?? '');
    const listed = (await listCertificates(world.aws)).filter(({ domainName }) => names.includes(domainName));
    expect(listed.map(({ domainName, tags }) => [domainName, tags['gatehouse:request']]).sort()).toEqual(
      names.map((name) => [name, '2']),
    );
  });

  it('is left alone where it was not requested here, or its tenant has left; what AWS refuses waits an hour', async () => {
    const id = await world.want('left.customer.test');
    const row = await world.row(id);
    const slug = 'left-customer-test';
    const { arn } = await requestCertificate(world.ctx, wish('left.customer.test', { tenantSlug: slug }));
    await world.ctx.db
      .update(tenants)
      .set({ removalRequestedAt: new Date() })
      .where(eq(tenants.id, row?.tenantId ?? ''));
    const { arn: refused } = await requestCertificate(world.ctx, wish('refused.customer.test'));
    await timeOut(arn, refused);
    await world.fault({ operation: 'RequestCertificate', kind: 'error', status: 400, code: 'LimitExceededException' });
    expect(await requestTimedOut(world.ctx)).toBe(0);
    const failed = (await logged('certificate.requested-again', 'refused.customer.test')).filter(
      ({ result }) => result === 'failed',
    );
    expect(failed).toHaveLength(1);
    await world.admin('DELETE', 'faults');
    // The daily look forgets what it does not watch, but not when this was tried.
    await watchDue(world.ctx, world.network.resolver);
    expect(await requestTimedOut(world.ctx)).toBe(0);
    const later = new Date(Date.now() + 3_700_000);
    await requestTimedOut({ ...world.ctx, now: () => later });
    expect((await all('refused.customer.test')).map(({ tags }) => tags['gatehouse:request'])).toEqual(['2']);
    expect(await logged('certificate.requested-again', 'left.customer.test')).toEqual([]);
  });
});
