import 'server-only';
import type { Aim } from '@/lib/actions/target';
import type { Db } from '@/lib/db/db';
import { findChangeSet } from './find-change-set';
import { stagesOf } from './stages-of';

/**
 * The stages that applying a change set, or going on with it, changes: the one it is deployed to, and those whose settings are among its
 * edits.
 *
 * @param deployTo `as-before`: the stage that it is on its way to
 * @throws ExpectedError `not-found`
 */
export async function ofStages(db: Db, number: number, deployTo: string | null | 'as-before'): Promise<Aim[]> {
  const { deployStage, edits } = await findChangeSet(db, number);
  const target = deployTo === 'as-before' ? deployStage : deployTo;
  const stages = new Set([...(target === null ? [] : [target]), ...stagesOf(edits)]);
  return [...stages].map((stage) => ({ stage, permission: 'stages:deploy' }));
}
