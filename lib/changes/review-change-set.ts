import 'server-only';
import { desc, eq } from 'drizzle-orm';
import type { TenantLimit } from '@/lib/auth/permissions';
import { gatewayRates } from '@/lib/aws/quotas';
import type { Db } from '@/lib/db/db';
import { changeSetVersions } from '@/lib/db/schema';
import { env } from '@/lib/env';
import { applyEdits } from '@/lib/gateway/apply-edits';
import { blastRadius } from '@/lib/gateway/blast-radius';
import { diff } from '@/lib/gateway/diff';
import { differenceKey } from '@/lib/gateway/difference-key';
import type { Difference } from '@/lib/gateway/edits';
import type { Snapshot } from '@/lib/gateway/model';
import { plan } from '@/lib/gateway/plan';
import { sentenceOf } from '@/lib/gateway/sentence-of';
import { groupBy } from '@/lib/group-by';
import { workToUndo } from './apply/work-plan';
import { findChangeSet } from './find-change-set';
import { groupOf } from './group-of';
import { type LoadedDraft, loadDraft } from './load-draft';
import { newFindings } from './new-findings';
import { overlapsAny, placeOfDifference } from './places';
import { readApprovals } from './read-approvals';
import { readExposures } from './read-exposures';
import { readStageViews } from './read-stage-views';
import type { Review, ReviewGroup } from './review';
import { stageEffects } from './stage-effects';
import { type ChangeSetRow, toChangeSet } from './to-change-set';
import { versionBefore } from './write-version';

const shownVersions = 50;

/**
 * All that the page of a change set shows: what it changes, whom that reaches, what stands against it, what applying and deploying it
 * would come to. Tenants outside of `limit` are counted, not named. From the cache, no call to AWS.
 *
 * @throws ExpectedError `not-found`
 */
export async function reviewChangeSet(db: Db, number: number, limit: TenantLimit): Promise<Review> {
  const row = await findChangeSet(db, number);
  const [draft, stages, exposures, versions, previousVersion] = await Promise.all([
    loadDraft(db, row),
    readStageViews(db, row.restApiId),
    readExposures(db, row.restApiId, limit),
    readVersions(db, row.id),
    versionBefore(db, row.id),
  ]);
  const approvals = await readApprovals(db, row, draft);
  const { from, to } = sidesOf(row, draft);
  const { differences } = diff(from, to);
  const open = isOver(row) ? [] : draft.differences;
  return {
    changeSet: toChangeSet(row),
    seenAt: draft.copy.seenAt.toISOString(),
    workingHash: draft.copy.hash,
    moved: draft.copy.hash !== row.baseHash,
    differences,
    groups: groupsOf(differences, open),
    conflicts: isOver(row) ? [] : draft.described,
    findings: newFindings(from, to),
    affected: blastRadius(differences, exposures, [from, to]),
    plan: plan(diff(draft.copy.snapshot, isOver(row) ? draft.copy.snapshot : draft.snapshot), ratesNow()),
    stages: stageEffects(stages, exposures, {
      without: withoutIt(row, draft),
      with: isOver(row) ? draft.copy.snapshot : draft.snapshot,
      differences,
    }),
    approvals,
    versions,
    previousVersion: row.state === 'draft' ? previousVersion : null,
  };
}

const ratesNow = () => gatewayRates(env().quotaScale);

function isOver({ state }: ChangeSetRow): boolean {
  return state === 'applied' || state === 'discarded';
}

/** A draft is shown against the working copy as it is; later on, against what it was before. */
function sidesOf(
  { state, edits }: ChangeSetRow,
  { base, copy, snapshot }: LoadedDraft,
): { from: Snapshot; to: Snapshot } {
  return state === 'draft' ? { from: copy.snapshot, to: snapshot } : { from: base, to: applyEdits(base, edits) };
}

/** The working copy as it would be without the change set. */
function withoutIt({ state, edits, beforeHash }: ChangeSetRow, { base, copy }: LoadedDraft): Snapshot {
  if (state === 'draft' || state === 'discarded') return copy.snapshot;
  return applyEdits(copy.snapshot, workToUndo({ base, edits, begun: beforeHash !== null }, copy.snapshot).edits);
}

function groupsOf(differences: readonly Difference[], open: readonly Difference[]): ReviewGroup[] {
  const isOpen = overlapsAny(open.map(placeOfDifference));
  const groups = groupBy(differences, ({ subject }) => groupOf(subject).title);
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    if (first === undefined) return [];
    const shown = members.map((difference) => {
      return {
        key: differenceKey(difference),
        sentence: sentenceOf(difference),
        difference,
        open: isOpen(placeOfDifference(difference)),
      };
    });
    return { ...groupOf(first.subject), differences: shown };
  });
}

async function readVersions(db: Db, changeSetId: string): Promise<Review['versions']> {
  const rows = await db
    .select({
      version: changeSetVersions.version,
      summary: changeSetVersions.summary,
      author: changeSetVersions.authorName,
      at: changeSetVersions.at,
    })
    .from(changeSetVersions)
    .where(eq(changeSetVersions.changeSetId, changeSetId))
    .orderBy(desc(changeSetVersions.version))
    .limit(shownVersions);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
