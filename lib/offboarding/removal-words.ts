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

export const itemWords: Record<RemovalItem['state'], string> = {
  'under-way': 'under way',
  removed: 'removed, to be verified',
  gone: 'gone',
  stays: 'stays',
  asked: 'asked of the tenant',
  failed: 'refused',
  continued: 'confirmed by hand',
};
