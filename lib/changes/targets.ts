import 'server-only';
import type { Aim } from '@/lib/actions/target';
import type { Db } from '@/lib/db/db';
import { findChangeSet, requireVersion } from './find-change-set';
import { stagesOf } from './stages-of';

/**
 * The stages that applying a change set, or going on with it, changes: the one it is deployed to, and those whose settings are among its
 * edits.
 *
 * @param version the one that is applied: a save between this look and the verb's can't bring stages in
 * @param deployTo `as-before`: the stage that it is on its way to
 * @throws ExpectedError `not-found`; `conflict` when it has another version
 */
export async function ofStages(
  db: Db,
  { number, version = null }: { number: number; version?: number | null },
  deployTo: string | null | 'as-before',
): Promise<Aim[]> {
  const row = await findChangeSet(db, number);
  await requireVersion(db, row, version);
  const { deployStage, edits } = row;
  const target = deployTo === 'as-before' ? deployStage : deployTo;
  const stages = new Set([...(target === null ? [] : [target]), ...stagesOf(edits)]);
  return [...stages].map((stage) => ({ stage, permission: 'stages:deploy' }));
}
