import { createLoader, parseAsInteger, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { type Headline, headlines } from '@/lib/domains/model';
import { type TenantsFilter, tenantSorts } from '@/lib/tenants/list-tenants';

/** `Live, at risk` as it stands in an address: `live-at-risk`. */
export const headlineSlug = (headline: Headline) => headline.toLowerCase().replace(/[^a-z]+/g, '-');

const load = createLoader({
  q: parseAsString.withDefault(''),
  headline: parseAsString.withDefault(''),
  sort: parseAsStringLiteral(tenantSorts).withDefault('name'),
  dir: parseAsStringLiteral(['asc', 'desc'] as const).withDefault('asc'),
  page: parseAsInteger.withDefault(1),
});

type Query = Record<string, string | string[] | undefined>;

/** The table's state from the page's address. Nonsense becomes the default; never throws. */
export function readFilter(query: Query): TenantsFilter {
  const { q, headline, sort, dir, page } = load(query);
  return {
    search: q.trim().slice(0, 200),
    headline: headlines.find((one) => headlineSlug(one) === headlineSlug(headline as Headline)) ?? null,
    sort,
    descending: dir === 'desc',
    page: Math.min(Math.max(page, 1), 100_000),
  };
}

/** The address that shows the table in this state; defaults are left out. A changed filter starts at page 1. */
export function tenantsHref(filter: TenantsFilter, change: Partial<TenantsFilter> = {}): string {
  const next = { ...filter, page: 1, ...change };
  const query = new URLSearchParams();
  if (next.search !== '') query.set('q', next.search);
  if (next.headline !== null) query.set('headline', headlineSlug(next.headline));
  if (next.sort !== 'name') query.set('sort', next.sort);
  if (next.descending) query.set('dir', 'desc');
  if (next.page > 1) query.set('page', String(next.page));
  const text = query.toString();
  return text === '' ? '/tenants' : `/tenants?${text}`;
}
