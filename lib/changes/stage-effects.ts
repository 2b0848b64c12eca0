import type { Exposure } from '@/lib/gateway/blast-radius';
import { deployable } from '@/lib/gateway/deployable';
import { diff } from '@/lib/gateway/diff';
import type { Difference } from '@/lib/gateway/edits';
import type { Snapshot } from '@/lib/gateway/model';
import type { StageView } from './model';
import { overlapsAny, placeOfDifference } from './places';
import type { StageEffect } from './review';

interface WorkingCopies {
  /** As it would be without the change set. */
  without: Snapshot;
  with: Snapshot;
  /** The change set's own. */
  differences: readonly Difference[];
}

/** What deploying the working copy, with a change set in it, would mean for each stage. Pure. */
export function stageEffects(
  stages: readonly StageView[],
  exposures: readonly Exposure[],
  copies: WorkingCopies,
): StageEffect[] {
  const without = deployable(copies.without);
  const after = deployable(copies.with);
  const ours = diff(without, after).differences;
  const isOwn = overlapsAny((ours.length > 0 ? ours : copies.differences).map(placeOfDifference));
  return stages.map(({ name, live }) => {
    const tenants = tenantsOf(exposures, name);
    if (live === null) return { name, tenants, serves: null, alsoShips: null, differsAfterwards: null };
    const now = deployable(live);
    const left = diff(now, after).differences;
    return {
      name,
      tenants,
      serves: !left.some((difference) => isOwn(placeOfDifference(difference))),
      alsoShips: diff(now, without).differences,
      differsAfterwards: left.length,
    };
  });
}

function tenantsOf(exposures: readonly Exposure[], stage: string): number {
  const reaching = exposures.filter((exposure) => exposure.stage === null || exposure.stage === stage);
  return new Set(reaching.flatMap(({ tenantSlug }) => tenantSlug ?? [])).size;
}
