import 'server-only';
import type { Context } from '@/lib/context';
import { findWorkingCopy } from './find-working-copy';
import { insertDraft, setCurrent } from './insert-draft';
import type { CreateDraftInput } from './schemas';

/**
 * Begins a draft without edits, on the working copy as it is; it becomes the operator's current one.
 *
 * @throws ExpectedError `not-found` before the gateway was read
 */
export async function createDraft(ctx: Context, { name, description }: CreateDraftInput): Promise<{ number: number }> {
  const { restApiId, hash } = await findWorkingCopy(ctx.db);
  return ctx.db.transaction(async (tx) => {
    const inTx = { ...ctx, db: tx };
    const row = await insertDraft(inTx, {
      restApiId,
      name,
      description: description === '' ? null : description,
      baseHash: hash,
    });
    await setCurrent(inTx, row.id);
    return { number: row.number };
  });
}
