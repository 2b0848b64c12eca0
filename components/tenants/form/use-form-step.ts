'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { type FormStep, formSteps } from './steps';

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  window.addEventListener('popstate', listener);
  return () => {
    window.removeEventListener('hashchange', listener);
    window.removeEventListener('popstate', listener);
  };
}

/** The current step, kept in the page's hash, so that the browser's Back goes one step back and links lead to a step. */
export function useFormStep(
  steps: readonly FormStep[],
): [FormStep, (step: FormStep, how?: 'push' | 'replace') => void] {
  const first = steps[0] ?? 'tenant';
  const hash = useSyncExternalStore(
    subscribe,
    () => window.location.hash.slice(1),
    () => '',
  );
  const step = formSteps.find((name) => name === hash && steps.includes(name)) ?? first;
  const go = useCallback((next: FormStep, how: 'push' | 'replace' = 'push') => {
    if (window.location.hash.slice(1) === next) return;
    // Next.js keeps its own entry in the history's state; it has to stay there.
    window.history[how === 'push' ? 'pushState' : 'replaceState'](window.history.state, '', `#${next}`);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  }, []);
  return [step, go];
}
