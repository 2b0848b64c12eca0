import type { Headline } from '@/lib/domains/model';

/** Worst first: a tenant's headline is the first of these that one of its domains has. */
export const headlinesWorstFirst = [
  'Broken',
  'Needs operator',
  'Live, at risk',
  'Waiting for tenant',
  'Working',
  'Offboarding',
  'Draft',
  'Live',
  'Gone',
] as const satisfies readonly Headline[];
