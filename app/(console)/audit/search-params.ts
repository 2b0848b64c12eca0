import type { AuditFilter } from '@/lib/audit/list-audit-events';
import { type AuditFilterValues, filterQuery, toConditions } from '@/lib/audit/read-filter';

type Query = Record<string, string | string[] | undefined>;

const auditPageSize = 50;

/** The filter as a query of the log, with the place in it. */
export function toFilter(values: AuditFilterValues, query: Query): AuditFilter {
  return {
    ...toConditions(values),
    limit: auditPageSize,
    ...(typeof query.before === 'string' ? { cursor: query.before } : {}),
    ...(typeof query.after === 'string' ? { after: query.after } : {}),
  };
}

/** Address of the log with a filter, older than or newer than a place. */
export function auditHref(values: AuditFilterValues, place: { before?: string; after?: string } = {}): string {
  const query = filterQuery(values);
  for (const [name, value] of Object.entries(place)) query.set(name, value);
  const text = query.toString();
  return text ? `/audit?${text}` : '/audit';
}
