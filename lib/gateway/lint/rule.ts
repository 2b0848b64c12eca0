import type { Integration, Method, Snapshot, Verb } from '@/lib/gateway/model';
import type { Subject } from '@/lib/gateway/subjects';
import { titleOf } from '@/lib/gateway/title-of';
import type { Finding } from './finding';

export interface Route {
  path: string;
  verb: Verb;
  method: Method;
  integration: Integration | null;
}

export interface LintInput {
  snapshot: Snapshot;
  routes: readonly Route[];
}

export type Rule = (input: LintInput) => Finding[];

/** A rule that looks at one route after the other. */
export function perRoute(rule: (route: Route, input: LintInput) => Finding[]): Rule {
  return (input) => input.routes.flatMap((route) => rule(route, input));
}

/** A rule that looks at one integration after the other. */
export function perIntegration(rule: (integration: Integration, route: Route, input: LintInput) => Finding[]): Rule {
  return perRoute((route, input) => (route.integration ? rule(route.integration, route, input) : []));
}

/** The sentence gets the subject's title: findings are read in lists. */
export function finding(
  rule: string,
  severity: Finding['severity'],
  subject: Subject,
  sentence: string,
  fix: string | null = null,
): Finding {
  return { rule, severity, subject, sentence: `${titleOf(subject)}: ${sentence}`, fix };
}

export function ofMethod({ path, verb }: Route): Subject {
  return { kind: 'method', path, verb };
}

export function ofIntegration({ path, verb }: Route): Subject {
  return { kind: 'integration', path, verb };
}
