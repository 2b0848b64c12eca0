import type { Headline } from '@/lib/domains/model';

/** Onboarding many at once, from a file. Pure types: components import them. */

/** One line of the file, as it was written. */
export interface BatchInput {
  name: string;
  slug: string;
  contactEmail: string;
  hostname: string;
  /** `dedicated`, `wildcard`, or the ARN of a certificate. */
  certificate: string;
  basePath: string;
  stage: string;
  /** The hostname once more, where it already answers something on the public DNS. */
  confirm: string;
}

export type BatchColumn = keyof BatchInput;

/** The columns in the order of the template, with the heading each has there. */
export const columnTitles: Record<BatchColumn, string> = {
  name: 'Name',
  slug: 'Slug',
  contactEmail: 'Contact e-mail',
  hostname: 'Hostname',
  certificate: 'Certificate',
  basePath: 'Base path',
  stage: 'Stage',
  confirm: 'Confirm hostname',
};

export const batchColumns = Object.keys(columnTitles) as BatchColumn[];

/** A row with the line of the file that it stands in, from 2. */
export interface BatchLine {
  line: number;
  input: BatchInput;
}

/** A row and what speaks against it; none of it: it can be onboarded. */
export interface CheckedLine extends BatchLine {
  /** Written, or suggested from the name. */
  slug: string;
  errors: Partial<Record<BatchColumn, string>>;
}

export const isGood = ({ errors }: CheckedLine) => Object.keys(errors).length === 0;

export const maxBatchRows = 500;
/** In characters. */
export const maxBatchFile = 1_000_000;

/** Where a row stands. `tenant`: its turn; `operator`: somebody here has to do something; `leaving`, `removed`: its domain, later. */
export type BatchRowState =
  | 'waiting'
  | 'working'
  | 'tenant'
  | 'operator'
  | 'live'
  | 'failed'
  | 'cancelled'
  | 'leaving'
  | 'removed';

export interface BatchRowView {
  line: number;
  name: string;
  hostname: string;
  tenantSlug: string;
  state: BatchRowState;
  /** Of its domain; null before it has one. */
  headline: Headline | null;
  sentence: string;
  startedAt: string | null;
  finishedAt: string | null;
}

export type BatchState = 'running' | 'paused' | 'finished';

export interface BatchSummary {
  number: number;
  fileName: string;
  author: string;
  createdAt: string;
  finishedAt: string | null;
  cancelledAt: string | null;
  state: BatchState;
  counts: Record<BatchRowState, number>;
  total: number;
}

/** When our part will be done, and what that rests on. */
export interface BatchEta {
  /** ISO-8601. */
  at: string;
  /** From now, ms. */
  inMs: number;
  /** Calls of CreateDomainName still to make for this batch. */
  slots: number;
  /** Of others, which come in between. */
  othersSlots: number;
  /** Between two calls of it, ms. */
  intervalMs: number;
}

export interface BatchView extends BatchSummary {
  rows: BatchRowView[];
  /** Null when nothing of ours is left to do. While paused: as if it were resumed now. */
  eta: BatchEta | null;
  /** The server's clock, ISO-8601. */
  now: string;
}
