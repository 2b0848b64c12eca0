import 'server-only';
import { eq } from 'drizzle-orm';
import type { AuditActor } from '@/lib/audit/model';
import { withMaxWait } from '@/lib/aws/call-scope';
import type { Context } from '@/lib/context';
import { changeSets, users } from '@/lib/db/schema';
import { type Attempt, beginAttempt } from './apply/attempt';
import { settleFailure } from './apply/settle';
import { work } from './apply/work';
import type { ChangeSetRow } from './to-change-set';

/** Nobody waits for it, so calls may queue behind AWS's quotas for long. */
const maxWaitMs = 10 * 60_000;

/**
 * One run of a change set that is being applied or undone: reads the working copy from AWS, plans what is left, makes the calls, looks
 * again, deploys. It may be cut off at any line: the next run plans from what is there. The caller holds the lease under `owner`.
 *
 * @throws errors of the database
 */
export async function runApply(
  system: Context,
  id: string,
  { owner, stopping = () => false }: { owner: string; stopping?: () => boolean },
): Promise<void> {
  const [row] = await system.db.select().from(changeSets).where(eq(changeSets.id, id));
  if (row === undefined || (row.state !== 'applying' && row.state !== 'undoing')) return;
  const { state } = row;
  const ctx = { ...system, actor: await actorOf(system, row), correlationId: row.correlationId };
  let attempt: Attempt | null = null;
  try {
    attempt = await beginAttempt(ctx, row, { owner, state, stopping });
    const run = { ctx, row, owner, state, attempt, refused: null };
    await withMaxWait(maxWaitMs, () => work(run));
  } catch (error) {
    await settleFailure(ctx, { row, owner, state }, error, attempt);
  }
}

/** The operator on whose behalf it is done: the audit log and the deployment name them. */
async function actorOf({ db, actor }: Context, { appliedByName: name }: ChangeSetRow): Promise<AuditActor> {
  if (name === null) return actor;
  const [user] = await db.select({ id: users.id }).from(users).where(eq(users.email, name));
  return user ? { kind: 'user', id: user.id, name, ip: null } : { kind: 'system', name };
}
