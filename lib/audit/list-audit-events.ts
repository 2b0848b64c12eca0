import 'server-only';
import { and, desc, eq, gte, lt, lte, ne, type SQL, sql } from 'drizzle-orm';
import { alias, type PgColumn } from 'drizzle-orm/pg-core';
import { longestCallMs } from '@/lib/aws/patience';
import type { Db } from '@/lib/db/db';
import { auditEvents } from '@/lib/db/schema';
import { withinLimit } from '@/lib/tenants/within-limit';
import type { AuditAction } from './events';
import type { AuditEntry, AuditResult } from './model';

export interface AuditFilter {
  /** Name of the actor, as `listAuditActors` gives it. */
  actor?: string;
  action?: AuditAction;
  tenantSlug?: string;
  /** Of who is limited to some tenants: what is about these, and what they did themselves. */
  within?: AuditLimit;
  from?: Date;
  to?: Date;
  /** `next` of the page before. */
  cursor?: string;
  /** 1 to 200. */
  limit: number;
  /** Default now. */
  now?: Date;
}

/** The part of the log that somebody limited to some tenants may read. */
export interface AuditLimit {
  tenants: readonly string[];
  actorId: string;
}

export interface AuditPage {
  entries: AuditEntry[];
  /** Cursor of the next, older page; null on the last one. */
  next: string | null;
}

/**
 * An intent as young as this may still be at work; an older one without outcome was cut off. Each audited action makes
 * one AWS call, or sends one request with 35 s to end; the rest is for the database.
 */
const runningForMs = longestCallMs + 30_000;
/** One intent holds all calls of a change set, under AWS's quotas: 500 calls take about a minute, waits and retries more. */
const applyingForMs = 20 * 60_000;
const manyCalls: ReadonlySet<string> = new Set<AuditAction>(['change-set.applied', 'change-set.undone']);

/** The audit log, newest first: intents joined with their outcomes, and events that stand alone. */
export async function listAuditEvents(db: Db, filter: AuditFilter): Promise<AuditPage> {
  const limit = Math.min(Math.max(Math.trunc(filter.limit), 1), 200);
  const outcome = alias(auditEvents, 'outcome');
  const rows = await db
    .select({ row: auditEvents, outcome })
    .from(auditEvents)
    .leftJoin(outcome, and(eq(outcome.intentId, auditEvents.id), eq(outcome.phase, 'outcome')))
    .where(and(...conditions(filter)))
    .orderBy(desc(auditEvents.id))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const now = filter.now ?? new Date();
  return {
    entries: shown.map(({ row, outcome: end }) => toEntry(row, end, now)),
    next: rows.length > limit ? String(shown.at(-1)?.row.id) : null,
  };
}

function conditions(filter: AuditFilter): SQL[] {
  const before = /^\d{1,15}$/.test(filter.cursor ?? '') ? Number(filter.cursor) : null;
  return [
    ne(auditEvents.phase, 'outcome'),
    ...(filter.actor ? [eq(auditEvents.actorName, filter.actor)] : []),
    ...(filter.action ? [eq(auditEvents.action, filter.action)] : []),
    ...(filter.tenantSlug ? [eq(auditEvents.tenantSlug, filter.tenantSlug)] : []),
    ...(filter.within ? [isWithin(filter.within)] : []),
    ...(filter.from ? [gte(auditEvents.at, filter.from)] : []),
    ...(filter.to ? [lte(auditEvents.at, filter.to)] : []),
    ...(before === null ? [] : [lt(auditEvents.id, before)]),
  ];
}

function isWithin({ tenants, actorId }: AuditLimit): SQL {
  return sql`(${withinLimit(auditEvents.tenantSlug, tenants)} or ${auditEvents.actorId} = ${actorId})`;
}

type Row = typeof auditEvents.$inferSelect;

function toEntry(row: Row, outcome: Row | null, now: Date): AuditEntry {
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
  };
}

function withoutOutcome(row: Row, now: Date): AuditResult {
  const longest = manyCalls.has(row.action) ? applyingForMs : runningForMs;
  return now.getTime() - row.at.getTime() < longest ? 'running' : 'unknown';
}

/** Everybody who stands in the log, or in somebody's part of it, for the filter. */
export async function listAuditActors(
  db: Db,
  within: AuditLimit | null,
): Promise<{ name: string; kind: 'user' | 'system' }[]> {
  if (within !== null) {
    const { actorName: name, actorKind: kind } = auditEvents;
    return db.selectDistinct({ name, kind }).from(auditEvents).where(isWithin(within)).orderBy(name);
  }
  const { actorName, actorKind } = auditEvents;
  const { rows } = await db.execute<{ name: string; kind: 'user' | 'system' }>(sql`
    ${namesIn(actorName)}
    select name, (select ${actorKind} from ${auditEvents} where ${actorName} = name limit 1) as kind
    from names where name is not null order by name`);
  return rows;
}

/** All tenants that stand in the log, removed ones included, for the filter; of who is limited, theirs. */
export async function listAuditTenants(db: Db, within: AuditLimit | null): Promise<string[]> {
  if (within !== null) return [...within.tenants];
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
