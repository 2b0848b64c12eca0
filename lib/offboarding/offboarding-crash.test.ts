import { CreateApiKeyCommand, GetApiKeysCommand } from '@aws-sdk/client-api-gateway';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listCertificates } from '@/lib/aws/acm/list-certificates';
import { getDomainNames } from '@/lib/aws/api-gateway/get-domain-names';
import { mapConcurrently } from '@/lib/aws/map-concurrently';
import { listResourceRecordSets } from '@/lib/aws/route-53/list-resource-record-sets';
import type { Context } from '@/lib/context';
import { offboardings, tenants } from '@/lib/db/schema';
import { crashingAtCall, crashingContext } from '@/lib/domains/testing/crashing-context';
import { startWorld, type World } from '@/lib/domains/testing/world';
import { removeTenant } from '@/lib/tenants/remove-tenant';
import { getRemoval } from './get-removal';

/** Changes on AWS of one removal, and one more: checked below. */
const calls = 7;
/** Writes of the database of one removal, and one more: checked below. */
const writes = 37;

let world: World;
beforeAll(async () => {
  world = await startWorld({
    dials: {
      validationRecordsAfterMs: 0,
      certificateIssueAfterMs: 0,
      certificateListedAfterMs: 0,
      dnsSyncMs: 0,
      inUseByLagMs: 0,
    },
  });
});
afterAll(() => world.stop());

const everybody = { tenants: null, id: '00000000-0000-4000-8000-000000000000' };

interface Case {
  name: string;
  crash: (ctx: Context) => { ctx: Context; crashed(): boolean };
}
const cases: Case[] = [
  ...Array.from({ length: calls }, (_, n) => [
    { name: `b${n + 1}`, crash: (ctx: Context) => crashingAtCall(ctx, n + 1, 'before') },
    { name: `a${n + 1}`, crash: (ctx: Context) => crashingAtCall(ctx, n + 1, 'after') },
  ]).flat(),
  ...Array.from({ length: writes }, (_, n) => ({
    name: `w${n + 1}`,
    crash: (ctx: Context) => crashingContext(ctx, n + 1),
  })),
];

describe('a removal whose process ends at any call of AWS and at any write', () => {
  it('ends Gone, with a complete report and nothing double', { timeout: 600_000 }, async () => {
    const ended = await mapConcurrently(cases, 6, async ({ name, crash }) => {
      const hostname = `${name}.example.com`;
      const slug = hostname.replaceAll('.', '-');
      const id = await world.want(hostname);
      const tags = { 'gatehouse:tenant': slug };
      await world.aws.apiGateway.send(new CreateApiKeyCommand({ name: `key-${name}`, enabled: true, tags }));
      await world.run(id, 'Live');
      const { offboardingId } = await removeTenant(world.ctx, { slug, confirmSlug: slug });
      const dying = crash(world.ctx);
      let alive = true;
      try {
        await world.run(id, 'Gone', dying.ctx);
      } catch (error) {
        if (!dying.crashed()) throw error;
        alive = false;
      }
      if ((await world.row(id)) !== null) await world.run(id, 'Gone');
      return { name, slug, alive, report: await getRemoval(world.ctx.db, offboardingId ?? '', everybody) };
    });

    for (const { name, slug, report } of ended) {
      expect(report, name).toMatchObject({ hostname: null, finishedAt: expect.any(String), open: [] });
      const items = report?.parts.flatMap((part) => part.items) ?? [];
      const gone = items.filter((item) => item.state === 'gone');
      expect(
        gone.map(({ step }) => step),
        name,
      ).toEqual([
        'stop-usage',
        'remove-alias',
        'remove-alias',
        'remove-mappings',
        'remove-domain-name',
        'remove-certificate',
        'remove-validation',
        'remove-tags',
        'remove-tenant',
      ]);
      expect(gone.every((item) => item.verifiedAt !== null)).toBe(true);
      expect(items.length, name).toBe(gone.length);
      const [row] = await world.ctx.db
        .select()
        .from(offboardings)
        .where(eq(offboardings.id, report?.id ?? ''));
      const lines = (row?.entries ?? []).map(({ hostname, step, result, what }) =>
        [hostname, step, result, what].join(),
      );
      const verified = lines.filter((line) => line.includes('verified-gone'));
      expect(new Set(verified).size, name).toBe(verified.length);
      const log = await world.actions(slug);
      const finished = log.filter((one) => one.action === 'offboarding.finished' || one.action === 'tenant.removed');
      expect(finished.length, name).toBe(2);
      // A call is repeated only where its answer was lost or it was never sent.
      const worked = log.filter((one) => one.result === 'ok' && one.phase === 'outcome' && /remov/.test(one.action));
      const actions = worked.map((one) => one.action);
      expect(new Set(actions).size, name).toBe(actions.length);
    }
    const alive = ended.filter((one) => one.alive).map((one) => one.name);
    expect(alive.filter((name) => !name.startsWith('w'))).toEqual([`b${calls}`, `a${calls}`]);
    expect(alive.filter((name) => name.startsWith('w'))).toEqual([`w${writes}`]);

    expect(await listCertificates(world.aws)).toEqual([]);
    expect(await getDomainNames(world.aws)).toEqual([]);
    expect(await world.ctx.db.$count(tenants)).toBe(0);
    const left = await listResourceRecordSets(world.aws, world.zoneId);
    expect(left.map((record) => record.type).sort()).toEqual(['NS', 'SOA']);
    const { items: keys = [] } = await world.aws.apiGateway.send(new GetApiKeysCommand({ limit: 500 }));
    expect(keys.filter((key) => key.enabled)).toEqual([]);
    expect(keys).toHaveLength(cases.length);
  });
});
