import 'server-only';
import type { Context } from '@/lib/context';
import { findPrunable, type Prunable, prune } from '../chain/prune';
import type { SigningKey } from '../chain/signing-key';
import { recordEvent } from '../record-event';
import { lockAuditSettings, readAuditSettings, removeAuditSetting, writeAuditSetting } from './settings';
import { wakeAuditWorkers } from './wake';

const dayMs = 86_400_000;
const resourceId = 'audit log';

/** Rows older than so many days go, once a day; null keeps them for ever. */
export async function setRetention(ctx: Context, days: number | null): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await lockAuditSettings(tx);
    const inside = { ...ctx, db: tx };
    const before = (await readAuditSettings(tx))['audit.retention']?.days ?? null;
    if (before === days) return;
    if (days === null) await removeAuditSetting(inside, 'audit.retention');
    else await writeAuditSetting(inside, 'audit.retention', { days });
    // The new policy holds at once.
    await removeAuditSetting(inside, 'audit.pruned');
    await recordEvent(inside, {
      action: 'audit.retention-changed',
      resourceId,
      before: { keepDays: before ?? 'for ever' },
      after: { keepDays: days ?? 'for ever' },
    });
  });
  wakeAuditWorkers();
}

/** What a retention of so many days would remove now. */
export async function previewRetention(ctx: Context, days: number): Promise<Prunable | null> {
  return findPrunable(ctx.db, new Date(ctx.now().getTime() - days * dayMs));
}

/** Does what the policy says. The tombstone, and with it the removal, is written into the log. */
export async function retain(ctx: Context, { key, days }: { key: SigningKey; days: number }): Promise<void> {
  const before = new Date(ctx.now().getTime() - days * dayMs);
  const at = ctx.now().toISOString();
  try {
    const removed = await prune(ctx.db, { key, before, now: ctx.now() });
    if (removed !== null) {
      const after = { rows: removed.rows, upToSeq: removed.seq, newest: removed.until.toISOString(), keepDays: days };
      await recordEvent(ctx, { action: 'audit.pruned', resourceId, after });
    }
    await writeAuditSetting(ctx, 'audit.pruned', { at, rows: removed?.rows ?? 0, failure: null });
  } catch (error) {
    const failure = 'The rows could not be removed; the log of the process has the details.';
    await writeAuditSetting(ctx, 'audit.pruned', { at, rows: 0, failure });
    throw error;
  }
}
