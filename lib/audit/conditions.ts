import 'server-only';
import { eq, gte, inArray, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { auditEvents } from '@/lib/db/schema';
import { storableText } from './chain/canonical';
import type { AuditAction, AuditResourceType } from './events';
import type { AuditResult } from './model';
import { longActions, runningForMs } from './running-for';

/** Whose rows somebody may see: those of their tenants, and what they did themselves, but for what was hidden from them. */
export interface AuditSight {
  /** Slugs; null: all rows. */
  tenants: readonly string[] | null;
  actorId: string;
}

export interface AuditConditions {
  /** Beginnings of words of actor, resource, tenant or message; all of them have to be there. */
  search?: string;
  /** Name of the actor, as `listAuditActors` gives it. */
  actor?: string;
  action?: AuditAction;
  resourceType?: AuditResourceType;
  tenantSlug?: string;
  result?: AuditResult;
  correlationId?: string;
  from?: Date;
  to?: Date;
  visibleTo?: AuditSight;
}

/** The conditions on intents and on events that stand alone, without the order. `frequent`: as {@link isFrequent} says of the words. */
export function conditionsOf(filter: AuditConditions, now: Date, frequent = false): SQL[] {
  const { search, actor, action, resourceType, tenantSlug, result, correlationId, from, to, visibleTo } = filter;
  const words = search ? wordsOf(search) : [];
  return [
    ne(auditEvents.phase, 'outcome'),
    ...(visibleTo ? seenBy(visibleTo) : []),
    ...(search ? [words.length === 0 ? sql`false` : holding(words, frequent)] : []),
    ...(actor ? [eq(auditEvents.actorName, actor)] : []),
    ...(action ? [eq(auditEvents.action, action)] : []),
    ...(resourceType ? [eq(auditEvents.resourceType, resourceType)] : []),
    ...(tenantSlug ? [eq(auditEvents.tenantSlug, tenantSlug)] : []),
    ...(correlationId ? [eq(auditEvents.correlationId, correlationId)] : []),
    ...(result ? [endingIn(result, now)] : []),
    ...(from ? [gte(auditEvents.at, from)] : []),
    ...(to ? [lte(auditEvents.at, to)] : []),
  ];
}

export function seenBy({ tenants, actorId }: AuditSight): SQL[] {
  if (tenants === null) return [];
  // Whose a thing is that was kept from somebody is kept from them here, too.
  const hidden = sql`(${auditEvents.action} = 'user.action-refused' and ${auditEvents.after} ->> 'tenant' is not null)`;
  const own = sql`(${eq(auditEvents.actorId, actorId)} and not ${hidden})`;
  const theirs = tenants.length === 0 ? undefined : inArray(auditEvents.tenantSlug, [...tenants]);
  return [or(theirs, own) ?? own];
}

/** What separates words in the index (`audit_words` of migration 0007), and what `to_tsquery` reads as operators. */
const separators = /[.,:;@/\\_\-#{}()[\]"'“”=+?&%*<>|!\s\0]+/u;
const mostWords = 8;

function wordsOf(search: string): string[] {
  return storableText(search).toLowerCase().split(separators).filter(Boolean).slice(0, mostWords);
}

const queryOf = (words: string[]) =>
  sql`to_tsquery('simple'::regconfig, ${words.map((word) => `'${word}':*`).join(' & ')})`;

/** An outcome says what its intent says, and has a message: it stands for its intent. */
function holding(words: string[], frequent: boolean): SQL {
  if (frequent) {
    return sql`(${sql.raw(wordsIn('audit_events'))} @@ ${queryOf(words)} or exists (
      select 1 from audit_events ended
      where ended.intent_id = ${auditEvents.id} and ended.phase = 'outcome'
        and ${sql.raw(wordsIn('ended'))} @@ ${queryOf(words)}))`;
  }
  return sql`${auditEvents.id} in (
    select coalesce(found.intent_id, found.id) from audit_events found
    where ${sql.raw(wordsIn('found'))} @@ ${queryOf(words)})`;
}

const wordsIn = (table: 'audit_events' | 'ended' | 'found') =>
  `audit_words(${table}.actor_name, ${table}.resource_id, ${table}.tenant_slug, ${table}.message)`;

/** Rows looked at to judge how frequent words are. */
const sampleSize = 2_000;

/**
 * Whether the words are so frequent that walking through the log from `place` on finds a page of them sooner than sorting all that the
 * index knows. It looks at the rows that come next on the way: the planner can't tell, it knows nothing of beginnings of words.
 */
export async function isFrequent(
  db: Db,
  search: string,
  { place, order, enough }: { place: SQL | undefined; order: SQL; enough: number },
): Promise<boolean> {
  const words = wordsOf(search);
  if (words.length === 0) return false;
  const { rows } = await db.execute<{ found: number }>(sql`
    select count(*)::int as found from (
      select * from ${auditEvents} where ${place ?? sql`true`} order by ${order} limit ${sampleSize}) as found
    where ${sql.raw(wordsIn('found'))} @@ ${queryOf(words)}`);
  return (rows[0]?.found ?? 0) >= enough;
}

const noOutcome = sql`not exists (
  select 1 from audit_events ended where ended.intent_id = ${auditEvents.id} and ended.phase = 'outcome')`;

function endingIn(result: AuditResult, now: Date): SQL {
  switch (result) {
    case 'ok':
      return sql`(${auditEvents.result} = 'ok' or exists (
        select 1 from audit_events ended
        where ended.intent_id = ${auditEvents.id} and ended.phase = 'outcome' and ended.result = 'ok'))`;
    case 'failed':
    case 'refused':
      return sql`${auditEvents.id} in (
        select coalesce(ended.intent_id, ended.id) from audit_events ended
        where ended.result <> 'ok' and ended.result = ${result})`;
    case 'running':
      return sql`(${auditEvents.phase} = 'intent' and ${auditEvents.at} > ${lost(now)} and ${noOutcome})`;
    case 'unknown':
      return sql`(${auditEvents.phase} = 'intent' and ${auditEvents.at} <= ${lost(now)} and ${noOutcome})`;
    default:
      return result satisfies never;
  }
}

/** When an intent without outcome has been cut off, by its action. */
function lost(now: Date): SQL {
  const since = (ms: number) => sql`${new Date(now.getTime() - ms).toISOString()}::timestamptz`;
  const long = inArray(auditEvents.action, [...longActions]);
  return sql`case when ${long} then ${since(runningForMs(longActions[0]))} else ${since(runningForMs(''))} end`;
}
