import 'server-only';
import { and, asc, count, desc, eq, gt, inArray, lt, ne, type SQL, sql } from 'drizzle-orm';
import { alias, type PgColumn } from 'drizzle-orm/pg-core';
import type { Db } from '@/lib/db/db';
import { auditEvents } from '@/lib/db/schema';
import { type AuditConditions, type AuditSight, conditionsOf, isFrequent, seenBy } from './conditions';
import type { AuditEntry, AuditResult } from './model';
import { runningForMs } from './running-for';

export interface AuditFilter extends AuditConditions {
  /** `older` of a page: what comes before it. */
  cursor?: string;
  /** `newer` of a page: what comes after it. Counts only without `cursor`. */
  after?: string;
  /** 1 to 1,000. */
  limit: number;
  /** Default now. */
  now?: Date;
  /** Whether to count the entries of each click; default true. */
  related?: boolean;
}

export interface AuditPage {
  entries: AuditEntry[];
  /** `cursor` of the next, older page; null on the last one. */
  older: string | null;
  /** `after` of the page before; null on the newest one. */
  newer: string | null;
}

/** The audit log, newest first: intents joined with their outcomes, and events that stand alone. */
export async function listAuditEvents(db: Db, filter: AuditFilter): Promise<AuditPage> {
  const limit = Math.min(Math.max(Math.trunc(filter.limit), 1), 1_000);
  const now = filter.now ?? new Date();
  const [before, after] = [idOf(filter.cursor), idOf(filter.after)];
  const upwards = before === null && after !== null;
  const place = before !== null ? lt(auditEvents.id, before) : after !== null ? gt(auditEvents.id, after) : undefined;
  const order = upwards ? asc(auditEvents.id) : desc(auditEvents.id);
  const frequent = filter.search ? await isFrequent(db, filter.search, { place, order, enough: limit }) : false;
  const outcome = alias(auditEvents, 'outcome');
  const rows = await db
    .select({ row: auditEvents, outcome })
    .from(auditEvents)
    .leftJoin(outcome, and(eq(outcome.intentId, auditEvents.id), eq(outcome.phase, 'outcome')))
    .where(and(...conditionsOf(filter, now, frequent), place))
    .orderBy(order)
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  if (upwards) shown.reverse();
  const more = rows.length > limit;
  const related = filter.related === false ? new Map() : await countRelated(db, shown, filter.visibleTo);
  return {
    entries: shown.map(({ row, outcome: end }) => toEntry(row, end, now, related)),
    older: upwards || more ? String(shown.at(-1)?.row.id ?? after) : null,
    newer: (upwards ? more : before !== null) ? String(shown[0]?.row.id ?? (before ?? 0) - 1) : null,
  };
}

const idOf = (text: string | undefined) => (/^\d{1,15}$/.test(text ?? '') ? Number(text) : null);

type Row = typeof auditEvents.$inferSelect;

/** How many entries each click has that stands on a page. */
async function countRelated(db: Db, shown: { row: Row }[], visibleTo: AuditSight | undefined) {
  const ids = [...new Set(shown.flatMap(({ row }) => row.correlationId ?? []))];
  if (ids.length === 0) return new Map<string, number>();
  const conditions: SQL[] = [
    inArray(auditEvents.correlationId, ids),
    ne(auditEvents.phase, 'outcome'),
    ...(visibleTo ? seenBy(visibleTo) : []),
  ];
  const rows = await db
    .select({ id: auditEvents.correlationId, entries: count() })
    .from(auditEvents)
    .where(and(...conditions))
    .groupBy(auditEvents.correlationId);
  return new Map(rows.map(({ id, entries }) => [id ?? '', entries]));
}

function toEntry(row: Row, outcome: Row | null, now: Date, related: ReadonlyMap<string, number>): AuditEntry {
  const end = row.phase === 'event' ? row : outcome;
  return {
    id: row.id,
    at: row.at.toISOString(),
    finishedAt: end?.at.toISOString() ?? null,
    actorKind: row.actorKind,
    actorId: row.actorId,
    actorName: row.actorName,
    ip: row.ip,
    action: row.action,
    resourceType: row.resourceType,
    resourceId: row.resourceId,
    tenantSlug: row.tenantSlug,
    result: end ? (end.result ?? 'ok') : withoutOutcome(row, now),
    message: end?.message ?? null,
    before: row.before,
    after: end?.after ?? row.after,
    awsCalls: end?.awsCalls ?? [],
    correlationId: row.correlationId,
    related: related.get(row.correlationId ?? '') ?? 1,
  };
}

function withoutOutcome(row: Row, now: Date): AuditResult {
  return now.getTime() - row.at.getTime() < runningForMs(row.action) ? 'running' : 'unknown';
}

/** Everybody who stands in the log, for the filter. */
export async function listAuditActors(
  db: Db,
  visibleTo?: AuditSight | null,
): Promise<{ name: string; kind: 'user' | 'system' }[]> {
  if (visibleTo && visibleTo.tenants !== null) {
    return db
      .selectDistinct({ name: auditEvents.actorName, kind: auditEvents.actorKind })
      .from(auditEvents)
      .where(and(...seenBy(visibleTo)))
      .orderBy(asc(auditEvents.actorName));
  }
  const { actorName, actorKind } = auditEvents;
  const { rows } = await db.execute<{ name: string; kind: 'user' | 'system' }>(sql`
    ${namesIn(actorName)}
    select name, (select ${actorKind} from ${auditEvents} where ${actorName} = name limit 1) as kind
    from names where name is not null order by name`);
  return rows;
}

/** All tenants that stand in the log, removed ones included, for the filter. */
export async function listAuditTenants(db: Db, visibleTo?: AuditSight | null): Promise<string[]> {
  if (visibleTo && visibleTo.tenants !== null) return [...visibleTo.tenants];
  const { rows } = await db.execute<{ name: string }>(sql`
    ${namesIn(auditEvents.tenantSlug)}
    select name from names where name is not null order by name`);
  return rows.map(({ name }) => name);
}

/**
 * The different values of an indexed column, as the table expression `names`. It goes from each value to the next one in
 * the index: `select distinct` would read the whole log, which only ever grows.
 */
function namesIn(column: PgColumn): SQL {
  return sql`with recursive names (name) as (
    select min(${column}) from ${auditEvents}
    union all
    select (select min(${column}) from ${auditEvents} where ${column} > name) from names where name is not null
  )`;
}
