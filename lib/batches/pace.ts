import type { BatchEta } from './model';

/** ACM issues within minutes; what is known of a batch's own certificates replaces this. */
const usualLeadMs = 3 * 60_000;
/** A domain that has been at work for so long waits for something that is not the queue's to wait for. */
export const longestLeadMs = 30 * 60_000;
/** Rows that need no CreateDomainName, at work at a time: Route 53 takes five calls a second of all together. */
export const freeAtOnce = 20;
/** Calls to Route 53 that a domain in a zone of ours costs. */
const route53Calls = 4;

/**
 * How many domains that need a call of CreateDomainName may be on their way to it: so many that the next certificate is there whenever the
 * quota lets one through, and no more, so that a tenant onboarded by itself waits behind few.
 *
 * @param leadMs from the start of a domain until its certificate is there, of those that got so far
 * @param intervalMs between two calls of CreateDomainName
 */
export function slotsAhead(leadMs: number[], intervalMs: number, scale: number): number {
  const sorted = [...leadMs].sort((a, b) => a - b);
  // Nine of ten: the slow ones must not leave a call unused.
  const lead = sorted[Math.ceil(sorted.length * 0.9) - 1] ?? usualLeadMs / scale;
  return Math.min(40, Math.max(3, Math.ceil(lead / intervalMs) + 2));
}

export interface Ahead {
  now: number;
  /** When the next CreateDomainName may go, by the pacer's bucket; ms since 1970. */
  nextSlotAt: number;
  intervalMs: number;
  /** Domains of the batch that still need the call, begun or not. */
  slots: number;
  /** Others' that need it and are on their way. */
  othersSlots: number;
  /** Whether any of these has its certificate already. */
  ready: boolean;
  /** Rows that need no such call and aren't there yet. */
  free: number;
  /** From the start until the certificate is there, of those that got so far; ms. */
  leadMs: number[];
  /** From the custom domain name until Live, ms. */
  tailMs: number;
  scale: number;
}

/** Between two calls to Route 53, ms, at AWS's documented pace. */
const route53IntervalMs = 200;

/** When the last of our own steps is done: the queue at CreateDomainName, or Route 53's, whichever ends later. Null: nothing is left. */
export function estimateFinish(of: Ahead): BatchEta | null {
  const { now, slots, othersSlots, free, intervalMs, scale } = of;
  if (slots === 0 && free === 0) return null;
  const lead = of.ready ? 0 : middle(of.leadMs, usualLeadMs / scale);
  const first = Math.max(of.nextSlotAt, now + lead);
  const byQuota = slots === 0 ? now : first + (slots + othersSlots - 1) * intervalMs;
  const byZones = now + (slots + free) * route53Calls * (route53IntervalMs / scale);
  const at = Math.max(byQuota, byZones) + of.tailMs;
  return { at: new Date(at).toISOString(), inMs: at - now, slots, othersSlots, intervalMs };
}

function middle(values: number[], otherwise: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? otherwise;
}
