import { longestCallMs } from '@/lib/aws/patience';
import type { AuditAction } from './events';

/**
 * An intent as young as this may still be at work; an older one without outcome was cut off. Each audited action makes
 * one AWS call, or sends one request with 35 s to end; the rest is for the database.
 */
const oneCallMs = longestCallMs + 30_000;
/** One intent holds all calls of a change set, under AWS's quotas: 500 calls take about a minute, waits and retries more. */
const manyCallsMs = 20 * 60_000;

/** Actions whose intent holds many calls. */
export const longActions = [
  'change-set.applied',
  'change-set.undone',
  'audit.exported',
] as const satisfies AuditAction[];

/** For how long an intent of this action may be at work. */
export function runningForMs(action: string): number {
  return (longActions as readonly string[]).includes(action) ? manyCallsMs : oneCallMs;
}
