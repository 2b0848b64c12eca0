import 'server-only';
import { eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { changeSets, users } from '@/lib/db/schema';
import type { ChangeSetRow } from './to-change-set';
import { insertVersion } from './write-version';

interface NewDraft {
  restApiId: string;
  name: string;
  description?: string | null;
  /** The working copy that its edits are to be made on. */
  baseHash: string;
}

/** Writes a draft without edits, its first version and the audit event. Runs in the caller's transaction. */
export async function insertDraft(
  ctx: Pick<Context, 'db' | 'actor' | 'now'>,
  { restApiId, name, description = null, baseHash }: NewDraft,
): Promise<ChangeSetRow> {
  const { db, actor } = ctx;
  const at = ctx.now();
  const [row] = await db
    .insert(changeSets)
    .values({
      restApiId,
      name,
      description,
      authorId: actor.kind === 'user' ? actor.id : null,
      authorName: actor.name,
      edits: [],
      baseHash,
      createdAt: at,
      updatedAt: at,
    })
    .returning();
  if (row === undefined) throw new Error('the change set was not written');
  await insertVersion(ctx, row.id, row.version, { edits: [], baseHash, summary: 'Begun' });
  await recordEvent(ctx, { action: 'change-set.created', resourceId: `#${row.number}`, after: { name, description } });
  return row;
}

/** Makes a change set the one that the operator's next edits go to; null: the next save begins one. */
export async function setCurrent({ db, actor }: Pick<Context, 'db' | 'actor'>, id: string | null): Promise<void> {
  if (actor.kind !== 'user') return;
  await db.update(users).set({ currentChangeSetId: id }).where(eq(users.id, actor.id));
}
