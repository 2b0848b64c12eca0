/** A removal and its proof. Pure types: components import them. */
import type { StepName } from '@/lib/domains/model';

export type RemovalStep = StepName | 'remove-tenant';

/**
 * `removing`: noted before the call, so that a process that ends in between leaves a trace; `removed`: the call worked;
 * `verified-gone`: a later read found nothing of it; `stays`: not ours to remove; `asked`: the tenant removes it; `failed`: AWS refused;
 * `continued`: an operator typed that it goes on although something speaks against it.
 */
type RemovalResult = 'removing' | 'removed' | 'verified-gone' | 'stays' | 'asked' | 'failed' | 'continued';

/** One line of the report. Lines are only ever added. */
export interface OffboardingEntry {
  /** ISO-8601. */
  at: string;
  hostname: string | null;
  step: RemovalStep;
  result: RemovalResult;
  /** What it was: a record, a mapping, an ARN. Empty where the step as a whole is meant. */
  what: string;
  sentence: string;
  /** AWS's ids of the calls. */
  requestIds: string[];
}

/** A removal in the list. */
export interface RemovalRow {
  id: string;
  tenantSlug: string;
  tenantName: string;
  /** Null: the whole tenant. */
  hostname: string | null;
  requestedAt: string;
  requestedBy: string;
  finishedAt: string | null;
}

/** One thing of the report: what became of it, told from all its lines. */
export interface RemovalItem {
  step: RemovalStep;
  what: string;
  state: 'under-way' | 'removed' | 'gone' | 'stays' | 'asked' | 'failed' | 'continued';
  sentence: string;
  /** When it got into this state. */
  at: string;
  removedAt: string | null;
  /** When a fresh read found nothing of it any more. */
  verifiedAt: string | null;
  requestIds: string[];
}

/** Everything the report says. */
export interface RemovalReport extends RemovalRow {
  /** By hostname, in the order of the steps; null is the tenant itself. */
  parts: { hostname: string | null; items: RemovalItem[] }[];
  /** What still goes on, by domain that is left. */
  open: {
    domainId: string;
    hostname: string;
    /** Its place in the order of the steps, and what that waits for. */
    step: RemovalStep | null;
    sentence: string;
    /** It waits because the public DNS still leads to the gateway: an operator may go on. */
    dangling: boolean;
  }[];
  /** Last fresh read of anything of it. */
  verifiedAt: string | null;
}

/** One line of the list that is shown before anything is removed. */
export interface PlannedRemoval {
  step: RemovalStep;
  /** `goes`, `stays`, `asked` of the tenant, or `unknown`: AWS could not be asked. */
  fate: 'goes' | 'stays' | 'asked' | 'unknown';
  what: string;
  sentence: string;
}

/** What a removal comes to, read from AWS a moment ago. */
export interface RemovalPreview {
  /** ISO-8601. */
  at: string;
  tenantSlug: string;
  tenantName: string;
  hostname: string | null;
  tenant: PlannedRemoval[];
  domains: { hostname: string; items: PlannedRemoval[]; askRecords: AskedRecord[] }[];
}

/** A record that the tenant takes out of its own DNS. */
export interface AskedRecord {
  type: string;
  name: string;
  value: string;
}
