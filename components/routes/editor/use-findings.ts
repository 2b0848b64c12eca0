'use client';

import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Finding } from '@/lib/gateway/lint/finding';
import type { lint as Lint } from '@/lib/gateway/lint/lint';
import type { Method } from '@/lib/gateway/model';
import { isAbout } from '@/lib/routes/is-about';
import type { RouteView } from '@/lib/routes/model';

/** What lint says about the route as it stands in the editor; about its path what it says of what is saved. */
export function useFindings(route: RouteView, method: Method): Finding[] {
  const [lint, setLint] = useState<typeof Lint | null>(null);
  const current = useDeferredValue(method);
  useEffect(() => {
    let gone = false;
    // The rules are not in the way of the first sight of the page.
    void import('@/lib/gateway/lint/lint').then(({ lint }) => gone || setLint(() => lint));
    return () => {
      gone = true;
    };
  }, []);
  return useMemo(() => {
    if (lint === null) return route.findings;
    const { path, verb, surroundings, findings } = route;
    const methods = { ...surroundings.resources[path]?.methods, [verb]: current };
    const live = lint({ ...surroundings, resources: { [path]: { methods } } });
    const ofPath = findings.filter(({ subject }) => subject.kind === 'resource');
    return [
      ...ofPath,
      ...live.filter(({ subject }) => subject.kind !== 'resource' && isAbout(subject, { path, verb })),
    ];
  }, [lint, route, current]);
}
