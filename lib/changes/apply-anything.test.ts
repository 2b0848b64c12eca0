import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { applyChangeSet } from '@/lib/changes/apply-change-set';
import { beginWith } from '@/lib/changes/begin-with';
import { findWorkingCopy } from '@/lib/changes/find-working-copy';
import { type ChangeWorld, changeWorld, wordsBetween } from '@/lib/changes/testing/change-world';
import { type Death, mortalContext } from '@/lib/changes/testing/mortal-context';
import { undoApply } from '@/lib/changes/undo-apply';
import { canonicalise } from '@/lib/gateway/canonicalise';
import type { Snapshot } from '@/lib/gateway/model';
import { snapshot } from '@/lib/gateway/testing/arbitraries';
import { valid } from '@/lib/gateway/testing/arbitraries/valid';

let world: ChangeWorld;
beforeAll(async () => {
  world = await changeWorld();
});
afterAll(() => world.stop());

/** The gateway with the routes, and all that they share, of another. */
function withContent(now: Snapshot, { api, ...content }: Snapshot): Snapshot {
  const { binaryMediaTypes, minimumCompressionSize } = api;
  const kept = { api: { ...now.api, binaryMediaTypes, minimumCompressionSize }, stages: now.stages };
  return canonicalise(valid({ ...content, ...kept }));
}

/** Runs until there is nothing to do any more; the first process ends. */
async function runWith(death: Death): Promise<void> {
  const { ctx, isDead } = mortalContext(world.olga, death);
  await world.runOnce(ctx).catch((error) => {
    if (!isDead()) throw error;
  });
  await world.leaseRunsOut();
  while (await world.runOnce()) await world.leaseRunsOut();
}

const death = fc.record({
  at: fc.constantFrom('before-call' as const, 'after-call' as const),
  n: fc.integer({ min: 1, max: 25 }),
});

it('any gateway becomes any other, and goes back, wherever the process ends', async () => {
  const property = fc.asyncProperty(snapshot(), death, death, async (other, first, second) => {
    const copy = await findWorkingCopy(world.db);
    const target = withContent(copy.snapshot, other);
    fc.pre(wordsBetween(copy.snapshot, target).length > 0);
    const { number } = await beginWith(world.olga, copy, target, { name: 'Any', description: '', summary: '' });
    await applyChangeSet(world.olga, { number, version: 2, deployTo: null, description: '' });
    await runWith(first);
    expect(await world.row(number)).toMatchObject({ state: 'applied', failure: null });
    expect(wordsBetween(await world.look(), target)).toEqual([]);
    if (second.n % 2 === 0) return;
    await undoApply(world.olga, { number });
    await runWith(second);
    expect(await world.row(number)).toMatchObject({ state: 'draft', failure: null });
    expect(wordsBetween(await world.look(), copy.snapshot)).toEqual([]);
  });
  await fc.assert(property, { numRuns: 4, endOnFailure: true });
}, 600_000);
