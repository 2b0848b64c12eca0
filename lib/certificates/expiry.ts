import type { Certificate } from '@/lib/inventory/model';

const day = 86_400_000;

/**
 * Which part of its life a certificate still has when it is a concern (`soon`) and when it presses (`urgent`). ACM begins to renew 60 days
 * before the end of 395, and relatively earlier where lives are shorter: an eighth of a life left means that it has tried for long. Nobody renews
 * what was imported, so a person gets a third of its life to do it, as is the custom with short-lived certificates. Never a number
 * of days: lives get shorter, and 30 days would once be all of one. (docs/decisions/013-certificates.md)
 */
const shares = {
  renewed: { soon: 1 / 8, urgent: 1 / 24 },
  imported: { soon: 1 / 3, urgent: 1 / 8 },
} as const;

export interface Expiry {
  /** Whole days, rounded down; negative once it is over. */
  daysLeft: number;
  level: 'fine' | 'soon' | 'urgent' | 'over';
}

type Lived = Pick<Certificate, 'type' | 'notBefore' | 'notAfter' | 'issuedAt' | 'createdAt'>;

/** How near the end of a certificate is, by its own lifetime; null before it is issued. Pure. */
export function expiryOf(certificate: Lived, now: Date): Expiry | null {
  if (certificate.notAfter === null) return null;
  const end = Date.parse(certificate.notAfter);
  const left = end - now.getTime();
  const begin = certificate.notBefore ?? certificate.issuedAt ?? certificate.createdAt;
  // Without a beginning the part of its life isn't known, so the shorter of lives that ACM gives is assumed.
  const life = begin === null ? 198 * day : Math.max(1, end - Date.parse(begin));
  const { soon, urgent } = certificate.type === 'IMPORTED' ? shares.imported : shares.renewed;
  const level = left <= 0 ? 'over' : left < life * urgent ? 'urgent' : left < life * soon ? 'soon' : 'fine';
  return { daysLeft: Math.floor(left / day), level };
}

/** `within a day`, `in 1 day`, `in 12 days`. Pure. */
export function inDays(days: number): string {
  if (days < 1) return 'within a day';
  return days === 1 ? 'in 1 day' : `in ${days} days`;
}
