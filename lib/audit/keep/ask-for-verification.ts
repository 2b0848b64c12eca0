import 'server-only';
import type { Context } from '@/lib/context';
import { recordEvent } from '../record-event';
import { writeAuditSetting } from './settings';
import { wakeAuditWorkers } from './wake';

/** Has the whole log verified now, in the background; the panel shows how far it is. */
export async function askForVerification(ctx: Context): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx };
    const correlationId = ctx.correlationId ?? null;
    await writeAuditSetting(inside, 'audit.verification-asked', { by: ctx.actor.name, correlationId });
    await recordEvent(inside, { action: 'audit.verification-asked', resourceId: 'audit log' });
  });
  wakeAuditWorkers();
}
