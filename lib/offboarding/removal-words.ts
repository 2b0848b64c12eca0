import type { PlannedRemoval, RemovalItem, RemovalStep } from './model';

/** What each step is about, as report and list name it. */
const removalTitles: Record<Exclude<RemovalStep, OnboardingOnly>, string> = {
  'stop-usage': 'API keys',
  'remove-alias': 'Routing records',
  'remove-edge-name': 'Stable name',
  'remove-mappings': 'Paths on the gateway',
  'remove-domain-name': 'Custom domain name',
  'remove-certificate': 'Certificate',
  'remove-validation': 'Validation record',
  'remove-tags': 'Tags on what stays',
  'remove-tenant': 'Tenant',
};

type OnboardingOnly = import('@/lib/domains/model').OnboardingStep;

/** The title of a step; those of onboarding never stand in a report. */
export function removalTitle(step: RemovalStep): string {
  return step in removalTitles ? removalTitles[step as keyof typeof removalTitles] : step;
}

export const fateWords: Record<PlannedRemoval['fate'], string> = {
  goes: 'goes',
  stays: 'stays',
  asked: 'the tenant removes it',
  unknown: 'could not be checked',
};

/** What became of a thing; where a step found nothing to take away, or waits until the tenant has done its part, it says so. */
export function itemWord({ state, step, what }: Pick<RemovalItem, 'state' | 'step' | 'what'>): string {
  if (state === 'gone' && what === '' && step !== 'remove-tenant') return 'none left';
  if (state === 'asked' && step === 'remove-domain-name') return 'waits for the tenant';
  return itemWords[state];
}

const itemWords: Record<RemovalItem['state'], string> = {
  'under-way': 'under way',
  removed: 'removed, to be verified',
  gone: 'gone',
  stays: 'stays',
  asked: 'asked of the tenant',
  failed: 'refused',
  continued: 'confirmed by hand',
};
