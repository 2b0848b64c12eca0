import { inPlaceOfTag, requestTag } from '@/lib/domains/ownership';
import { requestsInARow } from '@/lib/domains/re-request';
import type { Certificate } from '@/lib/inventory/model';

/**
 * Which request in a row a certificate of no domain is, from 1, as its tag says; null for what was not requested here, or for a domain, which counts by
 * itself. Pure.
 */
export function requestNumber(tags: Certificate['tags']): number | null {
  const number = Number(tags[requestTag]);
  return Number.isInteger(number) && number >= 1 ? number : null;
}

/** Does Gatehouse request it again by itself, now that ACM has given it up? Pure. */
export function isRequestedAgain({ status, tags }: Pick<Certificate, 'status' | 'tags'>): boolean {
  return status === 'VALIDATION_TIMED_OUT' && (requestNumber(tags) ?? requestsInARow) < requestsInARow;
}

/** Ids of the certificates in whose place it was requested, after ACM had given them up, oldest first; none: the first of its row. Pure. */
export function inPlaceOf(tags: Certificate['tags']): string[] {
  return (tags[inPlaceOfTag] ?? '').split(' ').filter(Boolean);
}
