import 'server-only';
import type { Aim } from '@/lib/actions/target';
import type { Db } from '@/lib/db/db';
import { findChangeSet } from './find-change-set';

/**
 * The stage that a change set is on its way to, if any: going on deploys to it.
 *
 * @throws ExpectedError `not-found`
 */
export async function ofDeployStage(db: Db, number: number): Promise<Aim[]> {
  const { deployStage } = await findChangeSet(db, number);
  return deployStage === null ? [] : [{ stage: deployStage, permission: 'stages:deploy' }];
}
