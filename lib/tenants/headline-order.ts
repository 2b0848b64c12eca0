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

/** The headline of a tenant from those of its domains; a tenant without domains is a draft. */
export function worstHeadline(headlines: readonly Headline[]): Headline {
  return headlinesWorstFirst.find((headline) => headlines.includes(headline)) ?? 'Draft';
}
