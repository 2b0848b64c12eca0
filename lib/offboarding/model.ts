/** A removal and its proof. Pure types: components import them. */
import type { StepName } from '@/lib/domains/model';

/** One line of the report: something that was done, left, or verified by a fresh read. */
export interface OffboardingEntry {
  /** ISO-8601. */
  at: string;
  hostname: string | null;
  step: StepName | 'stop-usage' | 'remove-tags' | 'remove-tenant';
  result: 'removed' | 'verified-gone' | 'stays' | 'asked' | 'failed';
  /** What it was: a record, a mapping, an ARN. */
  what: string;
  sentence: string;
  /** AWS's ids of the calls. */
  requestIds: string[];
}
