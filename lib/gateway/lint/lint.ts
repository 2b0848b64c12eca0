import { type Snapshot, verbs } from '@/lib/gateway/model';
import type { Finding } from './finding';
import type { LintInput, Route } from './rule';
import { rules } from './rules';

export type { Finding } from './finding';

const order: Record<Finding['severity'], number> = { error: 0, warning: 1, hint: 2 };

/**
 * All that is wrong, dangerous or probably not meant in a gateway, the worst first. Errors of `invalid-…` rules are what AWS refuses;
 * other errors AWS takes, and then every request fails.
 */
export function lint(snapshot: Snapshot): Finding[] {
  const input: LintInput = { snapshot, routes: routesOf(snapshot) };
  return rules.flatMap((rule) => rule(input)).sort((left, right) => order[left.severity] - order[right.severity]);
}

function routesOf({ resources }: Snapshot): Route[] {
  return Object.entries(resources).flatMap(([path, { methods }]) =>
    verbs.flatMap((verb) => {
      const method = methods[verb];
      return method ? [{ path, verb, method, integration: method.integration }] : [];
    }),
  );
}
