import { sentencesOf } from '@/lib/changes/sentences';
import type { ChangeSetRow } from '@/lib/changes/to-change-set';
import { ExpectedError } from '@/lib/errors';
import { applyEdits } from '@/lib/gateway/apply-edits';
import { deployable } from '@/lib/gateway/deployable';
import { diff } from '@/lib/gateway/diff';
import type { Difference } from '@/lib/gateway/edits';
import type { Snapshot } from '@/lib/gateway/model';

/**
 * What a deployment of the working copy as it is `now` would ship although nobody has reviewed it: what others changed since. `base` is
 * the working copy as it was reviewed. Pure.
 */
export function unreviewed(base: Snapshot, { edits }: Pick<ChangeSetRow, 'edits'>, now: Snapshot): Difference[] {
  return diff(deployable(applyEdits(base, edits)), deployable(now)).differences;
}

/** "Somebody else has changed the working copy meanwhile: GET /orders: timeout 29 s -> 10 s, and 2 more." */
export function unreviewedSentence(differences: readonly Difference[]): string {
  const [first = ''] = sentencesOf(differences.slice(0, 1));
  const more = differences.length > 1 ? `, and ${differences.length - 1} more` : '';
  return `Somebody else has changed the working copy meanwhile: ${first}${more}.`;
}

/** @throws ExpectedError `conflict` when there is something */
export function refuseUnreviewed(differences: readonly Difference[], stage: string): void {
  if (differences.length === 0) return;
  const sentence = `It is in the working copy, but was not deployed to ${stage}. ${unreviewedSentence(differences)}`;
  throw new ExpectedError('conflict', sentence, {
    fix: 'Continue without deploying, then deploy on the page of deployments: it shows all that goes live.',
  });
}
