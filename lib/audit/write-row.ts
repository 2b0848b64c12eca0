import 'server-only';
import type { Context } from '@/lib/context';
import { databaseUnreachable } from '@/lib/db/database-error';
import { auditEvents } from '@/lib/db/schema';
import { type AuditEvent, auditResources } from './events';
import { redact } from './redact';

type Row = typeof auditEvents.$inferInsert;

/** What happened beside the event itself. */
export type RowDetails = Pick<Row, 'phase'> &
  Partial<Pick<Row, 'intentId' | 'result' | 'message' | 'awsCalls' | 'after'>>;

/** Adds one row and answers its id. Fails closed: the error reaches the caller, who then must not act. */
export async function writeRow(
  ctx: Pick<Context, 'db' | 'actor' | 'now'>,
  event: AuditEvent,
  details: RowDetails,
): Promise<number> {
  const { actor } = ctx;
  const row: Row = {
    at: ctx.now(),
    actorKind: actor.kind,
    actorId: actor.kind === 'user' ? actor.id : null,
    actorName: actor.name,
    ip: actor.kind === 'user' ? actor.ip : null,
    action: event.action,
    resourceType: auditResources[event.action],
    resourceId: event.resourceId,
    tenantSlug: event.tenantSlug ?? null,
    before: redact(event.before ?? null),
    ...details,
    after: redact(details.after === undefined ? (event.after ?? null) : details.after),
  };
  try {
    const [written] = await ctx.db.insert(auditEvents).values(row).returning({ id: auditEvents.id });
    if (!written) throw new Error('the audit row was not written');
    return written.id;
  } catch (error) {
    throw databaseUnreachable(error) ?? error;
  }
}
