import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listCertificates } from '@/lib/aws/acm/list-certificates';
import { getBasePathMappings } from '@/lib/aws/api-gateway/get-base-path-mappings';
import { getDomainNames } from '@/lib/aws/api-gateway/get-domain-names';
import { mapConcurrently } from '@/lib/aws/map-concurrently';
import { listResourceRecordSets } from '@/lib/aws/route-53/list-resource-record-sets';
import type { DomainStatus } from '@/lib/domains/model';
import { crashingContext } from '@/lib/domains/testing/crashing-context';
import { startWorld, type World } from '@/lib/domains/testing/world';

/** Writes that one onboarding or removal comes to, and some more: checked below. */
const points = 21;

let world: World;
beforeAll(async () => {
  // Nothing to wait for: crashes while waiting are all alike.
  world = await startWorld({
    dials: { validationRecordsAfterMs: 0, certificateIssueAfterMs: 0, dnsSyncMs: 0, inUseByLagMs: 0 },
  });
});
afterAll(() => world.stop());

/** Runs passes that end at the n-th write of the database, as a killed process would, then healthy ones. */
async function crashThenRun(
  id: string,
  n: number,
  goal: 'Live' | 'Gone',
): Promise<{ crashed: boolean; status: DomainStatus }> {
  const { ctx, crashed } = crashingContext(world.ctx, n);
  try {
    await world.run(id, goal, ctx);
  } catch (error) {
    if (!crashed()) throw error;
  }
  if ((await world.row(id)) === null) return { crashed: crashed(), status: { headline: 'Gone' } as DomainStatus };
  return { crashed: crashed(), status: await world.run(id, goal) };
}

describe('a process that ends between any two lines', () => {
  it('finds a certificate whose request nobody noted, also when the domain is to go by then', async () => {
    const id = await world.want('orphan.example.com');
    // The third write is the outcome of the request, the fourth our note of the ARN.
    const { ctx } = crashingContext(world.ctx, 4);
    await expect(world.pass(id, ctx)).rejects.toThrow('crash');
    expect(await world.row(id)).toMatchObject({ certificateArn: null });
    await world.wantAbsent(id);
    await world.run(id, 'Gone');
    expect(await listCertificates(world.aws)).toEqual([]);
  });

  it('is made good by the next: one of each on AWS, then none', { timeout: 600_000 }, async () => {
    const all = Array.from({ length: points }, (_, n) => ({ n: n + 1, hostname: `c${n + 1}.example.com`, id: '' }));
    for (const one of all) one.id = await world.want(one.hostname);
    const onboarded = await mapConcurrently(all, 6, ({ id, n }) => crashThenRun(id, n, 'Live'));
    expect(onboarded.map(({ status }) => status.headline)).toEqual(all.map(() => 'Live'));
    expect(onboarded.map(({ crashed }) => crashed)).toEqual([
      ...Array(20).fill(true),
      ...Array(points - 20).fill(false),
    ]);

    const certificates = await listCertificates(world.aws);
    expect(certificates.map((one) => one.domainName).sort()).toEqual(all.map((one) => one.hostname).sort());
    expect((await getDomainNames(world.aws)).length).toBe(points);
    expect(await getBasePathMappings(world.aws, 'c1.example.com')).toHaveLength(1);
    const rows = await Promise.all(all.map(({ id }) => world.row(id)));
    for (const row of rows)
      expect(row).toMatchObject({ certificateOurs: true, certificateArn: expect.stringContaining('arn:') });

    for (const { id } of all) await world.wantAbsent(id);
    const removed = await mapConcurrently(all, 6, ({ id, n }) => crashThenRun(id, n, 'Gone'));
    expect(removed.map(({ status }) => status.headline)).toEqual(all.map(() => 'Gone'));
    expect(removed.map(({ crashed }) => crashed)).toEqual([...Array(16).fill(true), ...Array(points - 16).fill(false)]);
    expect(await listCertificates(world.aws)).toEqual([]);
    expect(await getDomainNames(world.aws)).toEqual([]);
    const left = await listResourceRecordSets(world.aws, world.zoneId);
    expect(left.map((record) => record.type).sort()).toEqual(['NS', 'SOA']);
  });
});
