import type { Finding } from '@/lib/gateway/lint/finding';
import type { Method } from '@/lib/gateway/model';
import { sameValue } from '@/lib/gateway/same-value';
import type { Subject } from '@/lib/gateway/subjects';

export const tabs = ['back-end', 'mappings', 'method', 'responses', 'json'] as const;
export type Tab = (typeof tabs)[number];

export const tabWords: Record<Tab, string> = {
  'back-end': 'Back end',
  mappings: 'Mappings',
  method: 'Method',
  responses: 'Responses',
  json: 'JSON',
};

const tabOfSubject: Partial<Record<Subject['kind'], Tab>> = {
  method: 'method',
  integration: 'back-end',
  'method-response': 'responses',
  'integration-response': 'responses',
};

/** Where a finding is mended. */
export function tabOf({ rule, subject }: Pick<Finding, 'rule' | 'subject'>): Tab {
  if (/mapping|mapped|forbidden-header|declar|constant/.test(rule)) return 'mappings';
  return tabOfSubject[subject.kind] ?? 'back-end';
}

/** The parts of a route that are different now, in words for the summary of a save. Pure. */
export function changedParts(before: Method | null, after: Method): string[] {
  if (before === null) return ['new route'];
  const { integration: was, responses: declaredBefore, ...ownBefore } = before;
  const { integration: is, responses: declaredAfter, ...ownAfter } = after;
  const parts: string[] = [];
  const { requestParameters: mappedBefore = {}, responses: givenBefore = {}, ...restBefore } = was ?? {};
  const { requestParameters: mappedAfter = {}, responses: givenAfter = {}, ...restAfter } = is ?? {};
  if (!sameValue(restBefore, restAfter)) parts.push('back end');
  if (!sameValue(mappedBefore, mappedAfter)) parts.push('mappings');
  if (!sameValue([declaredBefore, givenBefore], [declaredAfter, givenAfter])) parts.push('responses');
  const { requestParameters: _before, ...plainBefore } = ownBefore;
  const { requestParameters: _after, ...plainAfter } = ownAfter;
  const declares = !sameValue(ownBefore.requestParameters, ownAfter.requestParameters);
  // Declarations mostly come with a mapping; alone they are a change of the method.
  if (!sameValue(plainBefore, plainAfter) || (declares && parts.length === 0)) parts.push('method');
  return parts;
}

/** The tab of an address; nonsense is the first one. */
export function readTab(value: unknown): Tab {
  return tabs.find((tab) => tab === value) ?? 'back-end';
}
