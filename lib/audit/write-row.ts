import 'server-only';
import type { Context } from '@/lib/context';
import { databaseUnreachable } from '@/lib/db/database-error';
import { auditEvents } from '@/lib/db/schema';
import { digestOf, storable, storableText } from './chain/canonical';
import { type AuditEvent, auditResources } from './events';
import type { AwsCall } from './model';
import { redact, redactText } from './redact';

type Row = typeof auditEvents.$inferInsert;

/** What happened beside the event itself. */
export type RowDetails = Pick<Row, 'phase'> &
  Partial<Pick<Row, 'intentId' | 'result' | 'message' | 'awsCalls' | 'after'>>;

/** Adds one row and answers its id. Fails closed: the error reaches the caller, who then must not act. */
export async function writeRow(
  ctx: Pick<Context, 'db' | 'actor' | 'now' | 'correlationId'>,
  event: AuditEvent,
  details: RowDetails,
): Promise<number> {
  const row = rowOf(ctx, event, details);
  try {
    const [written] = await ctx.db
      .insert(auditEvents)
      .values({ ...row, digest: digestOf(row) })
      .returning({ id: auditEvents.id });
    if (!written) throw new Error('the audit row was not written');
    return written.id;
  } catch (error) {
    throw databaseUnreachable(error) ?? error;
  }
}

/** The row without secrets, and as the database gives it back: its digest is made of that. */
function rowOf(
  { actor, now, correlationId }: Pick<Context, 'actor' | 'now' | 'correlationId'>,
  event: AuditEvent,
  details: RowDetails,
): Omit<Row, 'at'> & { at: Date } {
  const after = details.after === undefined ? (event.after ?? null) : details.after;
  return {
    at: now(),
    phase: details.phase,
    intentId: details.intentId ?? null,
    actorKind: actor.kind,
    actorId: actor.kind === 'user' ? text(actor.id) : null,
    actorName: storableText(actor.name),
    ip: actor.kind === 'user' ? text(actor.ip) : null,
    action: event.action,
    resourceType: auditResources[event.action],
    // Of a path that somebody asked for, or an address typed at sign-in: it may be anything.
    resourceId: storableText(redactText(event.resourceId)),
    tenantSlug: text(event.tenantSlug),
    result: details.result ?? null,
    message: details.message == null ? null : storableText(redactText(details.message)),
    before: storable(redact(event.before ?? null)),
    after: storable(redact(after)),
    awsCalls: storable(redact(details.awsCalls ?? [])) as AwsCall[],
    correlationId: text(correlationId),
  };
}

const text = (value: string | null | undefined) => (value == null ? null : storableText(value));
