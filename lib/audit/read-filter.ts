import type { AuditConditions } from './conditions';
import { auditActions, auditResourceTypes } from './events';
import type { AuditResult } from './model';

/** The filter as the address says it: each a text, empty when absent or nonsense. */
export interface AuditFilterValues {
  search: string;
  actor: string;
  action: string;
  type: string;
  tenant: string;
  result: string;
  correlation: string;
  /** `2026-01-31T08:00`, UTC. */
  from: string;
  to: string;
}

export const auditResults = ['ok', 'failed', 'refused', 'running', 'unknown'] as const satisfies AuditResult[];

/** Reads the filter out of an address; nonsense becomes empty. */
export function readFilterValues(query: Record<string, string | string[] | undefined>): AuditFilterValues {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name].trim().slice(0, 200) : '');
  const oneOf = (values: readonly string[], name: string) => values.find((value) => value === text(name)) ?? '';
  const date = (name: string) => (toDate(text(name)) ? text(name) : '');
  return {
    search: text('search'),
    actor: text('actor'),
    action: oneOf(auditActions, 'action'),
    type: oneOf(auditResourceTypes, 'type'),
    tenant: text('tenant'),
    result: oneOf(auditResults, 'result'),
    correlation: text('correlation'),
    from: date('from'),
    to: date('to'),
  };
}

/** The same as conditions on the log. */
export function toConditions(values: AuditFilterValues): AuditConditions {
  const action = auditActions.find((one) => one === values.action);
  const resourceType = auditResourceTypes.find((one) => one === values.type);
  const result = auditResults.find((one) => one === values.result);
  const [from, to] = [toDate(values.from), toDate(values.to)];
  return {
    ...(values.search ? { search: values.search } : {}),
    ...(values.actor ? { actor: values.actor } : {}),
    ...(action ? { action } : {}),
    ...(resourceType ? { resourceType } : {}),
    ...(values.tenant ? { tenantSlug: values.tenant } : {}),
    ...(result ? { result } : {}),
    ...(values.correlation ? { correlationId: values.correlation } : {}),
    ...(from ? { from } : {}),
    // Whole minutes in the form: the minute named is meant to be in.
    ...(to ? { to: new Date(to.getTime() + 59_999) } : {}),
  };
}

/** Those that are set, for an address. */
export function filterQuery(values: AuditFilterValues): URLSearchParams {
  return new URLSearchParams(Object.entries(values).filter(([, value]) => value));
}

function toDate(text: string): Date | null {
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$/.test(text)) return null;
  const date = new Date(text.includes('T') ? `${text}Z` : text);
  return Number.isNaN(date.getTime()) ? null : date;
}
