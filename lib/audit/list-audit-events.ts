import 'server-only';
import { and, desc, eq, gte, isNotNull, lt, lte, ne, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Db } from '@/lib/db/db';
import { auditEvents } from '@/lib/db/schema';
import type { AuditAction } from './events';
import type { AuditEntry, AuditResult } from './model';

export interface AuditFilter {
  /** Name of the actor, as `listAuditActors` gives it. */
  actor?: string;
  action?: AuditAction;
  tenantSlug?: string;
  from?: Date;
  to?: Date;
  /** `next` of the page before. */
  cursor?: string;
  /** 1 to 200. */
  limit: number;
  /** Default now. */
  now?: Date;
}

export interface AuditPage {
  entries: AuditEntry[];
  /** Cursor of the next, older page; null on the last one. */
  next: string | null;
}

/** An intent as young as this may still be at work; an older one without outcome was cut off. */
const runningForMs = 5 * 60_000;

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
    ...(filter.from ? [gte(auditEvents.at, filter.from)] : []),
    ...(filter.to ? [lte(auditEvents.at, filter.to)] : []),
    ...(before === null ? [] : [lt(auditEvents.id, before)]),
  ];
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
  return now.getTime() - row.at.getTime() < runningForMs ? 'running' : 'unknown';
}

/** Everybody who stands in the log, for the filter. */
export async function listAuditActors(db: Db): Promise<{ name: string; kind: 'user' | 'system' }[]> {
  return db
    .selectDistinct({ name: auditEvents.actorName, kind: auditEvents.actorKind })
    .from(auditEvents)
    .orderBy(auditEvents.actorName);
}

/** All tenants that stand in the log, removed ones included, for the filter. */
export async function listAuditTenants(db: Db): Promise<string[]> {
  const rows = await db
    .selectDistinct({ slug: auditEvents.tenantSlug })
    .from(auditEvents)
    .where(isNotNull(auditEvents.tenantSlug))
    .orderBy(auditEvents.tenantSlug);
  return rows.flatMap(({ slug }) => slug ?? []);
}
