import type { AuditFilterValues } from '@/components/audit/audit-filter-form';
import { auditActions } from '@/lib/audit/events';
import type { AuditFilter } from '@/lib/audit/list-audit-events';

type Query = Record<string, string | string[] | undefined>;

const auditPageSize = 50;

/** What the filter form shows; nonsense becomes empty. */
export function readValues(query: Query): AuditFilterValues {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name].slice(0, 200) : '');
  return {
    actor: text('actor'),
    action: auditActions.find((action) => action === text('action')) ?? '',
    tenant: text('tenant'),
    from: toDate(text('from')) ? text('from') : '',
    to: toDate(text('to')) ? text('to') : '',
  };
}

/** The same as a query of the log. */
export function toFilter(values: AuditFilterValues, query: Query): AuditFilter {
  const action = auditActions.find((one) => one === values.action);
  const [from, to] = [toDate(values.from), toDate(values.to)];
  return {
    limit: auditPageSize,
    ...(values.actor ? { actor: values.actor } : {}),
    ...(action ? { action } : {}),
    ...(values.tenant ? { tenantSlug: values.tenant } : {}),
    ...(from ? { from } : {}),
    // Whole minutes in the form: the minute named is meant to be in.
    ...(to ? { to: new Date(to.getTime() + 59_999) } : {}),
    ...(typeof query.before === 'string' ? { cursor: query.before } : {}),
  };
}

/** Address of the log with a filter, from a cursor on. */
export function auditHref(values: AuditFilterValues, before?: string): string {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value));
  if (before) query.set('before', before);
  const text = query.toString();
  return text ? `/audit?${text}` : '/audit';
}

function toDate(text: string): Date | null {
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$/.test(text)) return null;
  const date = new Date(text.includes('T') ? `${text}Z` : text);
  return Number.isNaN(date.getTime()) ? null : date;
}
