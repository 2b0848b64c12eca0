import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { TenantLimit } from '@/lib/auth/permissions';
import type { Db } from '@/lib/db/db';
import type { HistoryEntry } from '@/lib/domains/history/model';
import { readHistories } from '@/lib/domains/history/read-histories';
import type { Actor, Headline, Watch } from '@/lib/domains/model';
import { headlinesWorstFirst } from '@/lib/tenants/headline-order';
import { withinLimit } from '@/lib/tenants/within-limit';

export const tenantsPageSize = 50;
export const tenantSorts = ['name', 'headline', 'since', 'created'] as const;

export interface TenantsFilter {
  /** Part of a name, slug, e-mail address or hostname. */
  search: string;
  headline: Headline | null;
  sort: (typeof tenantSorts)[number];
  descending: boolean;
  /** From 1. */
  page: number;
}

export interface TenantRow {
  slug: string;
  name: string;
  /** By name; the first few of `domainCount`. */
  hostnames: string[];
  domainCount: number;
  headline: Headline;
  sentence: string;
  actor: Actor;
  /** ISO-8601. */
  since: string;
  /** Of the domain that gives the headline: since when its checks fail, and how many did; null while it answers. */
  failing: Watch['failing'];
  /** The states of that domain in the last week, from then on; sentences left out. */
  history: HistoryEntry[];
}

export interface TenantsPage {
  rows: TenantRow[];
  /** Rows that match search and headline. */
  total: number;
  /** By headline, of those that match the search. */
  counts: Partial<Record<Headline, number>>;
  /** Tenants there are at all. */
  all: number;
}

const worstFirst = sql.raw(`array[${headlinesWorstFirst.map((headline) => `'${headline}'`).join(',')}]`);

/** The worst domain of each tenant gives the tenant's headline; a tenant without domains is a draft. */
export function tenantsQuery(filter: TenantsFilter, limit: TenantLimit): SQL {
  const direction = filter.descending ? sql`desc` : sql`asc`;
  return sql`
    with listed as (
      select t.id, t.slug, t.name, t.created_at, coalesce(worst.headline, 'Draft') as headline,
        coalesce(worst.actor, 'us') as actor, coalesce(worst.headline_since, t.created_at) as since, worst.domain_id
      from tenants t
      left join lateral (
        select d.id as domain_id, d.headline, d.actor, d.headline_since from domains d
        where d.tenant_id = t.id order by array_position(${worstFirst}, d.headline), d.hostname limit 1
      ) worst on true
      where ${withinLimit(slug, limit)} and ${matches(filter.search)}
    ), page as (
      select * from listed
      where ${filter.headline === null ? sql`true` : sql`headline = ${filter.headline}`}
      order by ${orderBy[filter.sort]} ${direction}, slug asc
      limit ${tenantsPageSize} offset ${(filter.page - 1) * tenantsPageSize}
    )
    select page.slug, page.name, page.headline, page.actor, page.since, page.domain_id,
      worst.sentence, worst.failing, names.hostnames, names.domain_count
    from page
    left join lateral (
      select d.status->>'sentence' as sentence, d.status->'watch'->'failing' as failing from domains d where d.id = page.domain_id
    ) worst on true
    cross join lateral (
      select coalesce((array_agg(d.hostname order by d.hostname))[1:3], '{}') as hostnames, count(*)::int as domain_count
      from domains d where d.tenant_id = page.id
    ) names
    order by ${orderByOuter[filter.sort]} ${direction}, page.slug asc`;
}

function countsQuery(search: string, limit: TenantLimit): SQL {
  return sql`
    select coalesce(worst.headline, 'Draft') as headline, count(*)::int as total, count(*) filter (where ${matches(search)})::int as matching
    from tenants t
    left join lateral (
      select d.headline from domains d
      where d.tenant_id = t.id order by array_position(${worstFirst}, d.headline) limit 1
    ) worst on true
    where ${withinLimit(slug, limit)}
    group by 1`;
}

const slug = sql`t.slug`;

const orderBy: Record<TenantsFilter['sort'], SQL> = {
  name: sql`lower(name)`,
  headline: sql`array_position(${worstFirst}, headline)`,
  since: sql`since`,
  created: sql`created_at`,
};

const orderByOuter: Record<TenantsFilter['sort'], SQL> = {
  name: sql`lower(page.name)`,
  headline: sql`array_position(${worstFirst}, page.headline)`,
  since: sql`page.since`,
  created: sql`page.created_at`,
};

function matches(search: string): SQL {
  if (search === '') return sql`true`;
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`(t.name ilike ${pattern} or t.slug ilike ${pattern} or t.contact_email ilike ${pattern}
    or exists (select 1 from domains m where m.tenant_id = t.id and m.hostname ilike ${pattern}))`;
}

interface Row extends Record<string, unknown> {
  slug: string;
  name: string;
  headline: Headline;
  actor: Actor;
  since: string | Date;
  domain_id: string | null;
  sentence: string | null;
  failing: Watch['failing'];
  hostnames: string[];
  domain_count: number;
}

/** How far back a row's history goes. */
const rowHistoryMs = 7 * 86_400_000;

/** One page of somebody's tenants with the counts for the filter chips; three queries, no AWS call. */
export async function listTenants(
  db: Db,
  filter: TenantsFilter,
  limit: TenantLimit,
  now = new Date(),
): Promise<TenantsPage> {
  const [page, counts] = await Promise.all([
    db.execute<Row>(tenantsQuery(filter, limit)),
    db.execute<{ headline: Headline; total: number; matching: number }>(countsQuery(filter.search, limit)),
  ]);
  const matching = counts.rows.filter((row) => filter.headline === null || row.headline === filter.headline);
  const ids = page.rows.flatMap((row) => row.domain_id ?? []);
  const histories = await readHistories(db, ids, new Date(now.getTime() - rowHistoryMs));
  return {
    rows: page.rows.map((row) => toRow(row, histories.get(row.domain_id ?? '') ?? [])),
    total: matching.reduce((sum, row) => sum + row.matching, 0),
    counts: Object.fromEntries(
      counts.rows.filter((row) => row.matching > 0).map((row) => [row.headline, row.matching]),
    ),
    all: counts.rows.reduce((sum, row) => sum + row.total, 0),
  };
}

function toRow(row: Row, history: HistoryEntry[]): TenantRow {
  return {
    slug: row.slug,
    name: row.name,
    hostnames: row.hostnames,
    domainCount: row.domain_count,
    headline: row.headline,
    sentence: row.sentence ?? (row.domain_count === 0 ? 'No domain yet.' : 'Not looked at yet.'),
    actor: row.actor,
    since: new Date(row.since).toISOString(),
    failing: row.failing,
    history,
  };
}
