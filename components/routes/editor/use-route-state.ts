'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { methodSchema } from '@/lib/gateway/edit-schema';
import type { Method } from '@/lib/gateway/model';
import { sameValue } from '@/lib/gateway/same-value';
import type { IntegrationKind } from '@/lib/integrations/kinds';
import { type BackEnd, backEndOf, emptyBackEnd, problemsOf, withBackEnd } from './back-end/state';

interface State {
  method: Method;
  /** The form of the back end: what is half typed has no place in a method. */
  backEnd: BackEnd | null;
}

const stateOf = (method: Method): State => ({ method, backEnd: backEndOf(method) });

/**
 * The one state of the editor. `saved` is what the server has (null: nothing yet), `start` what a new route begins with. What is
 * typed stays in this tab until it is saved. When the server's version changes under unsaved edits, `theirs` holds it.
 */
export function useRouteState({
  path,
  storageKey,
  saved,
  start,
  region,
}: {
  path: string;
  storageKey: string;
  saved: Method | null;
  start: Method;
  region: string;
}) {
  const [base, setBase] = useState(saved);
  const [state, setState] = useState(() => stateOf(saved ?? start));
  const [theirs, setTheirs] = useState<Method | null>(null);
  const [restored, setRestored] = useState(false);
  const [seen, setSeen] = useState(saved);
  const [justSaved, setJustSaved] = useState(false);
  const left = useRef(new Map<IntegrationKind, State>());
  const unsaved = !sameValue(state.method, base ?? start);

  if (!sameValue(seen, saved)) {
    setSeen(saved);
    if (!unsaved || justSaved) {
      setBase(saved);
      if (!unsaved) setState(stateOf(saved ?? start));
    } else setTheirs(saved);
    setJustSaved(false);
  }

  useEffect(() => {
    const kept = read(storageKey);
    if (kept === null) return;
    setState(stateOf(kept));
    setRestored(true);
  }, [storageKey]);
  useEffect(() => write(storageKey, unsaved ? state.method : null), [storageKey, unsaved, state.method]);

  const setMethod = useCallback((method: Method) => {
    setState((before) => {
      const readable = before.backEnd === null || Object.keys(problemsOf(before.backEnd)).length === 0;
      return { method, backEnd: readable ? backEndOf(method) : before.backEnd };
    });
  }, []);

  const setBackEnd = useCallback(
    (backEnd: BackEnd) => setState(({ method }) => ({ method: withBackEnd(method, backEnd, path), backEnd })),
    [path],
  );

  /** Another kind begins anew; going back to one that was left finds it as it was. */
  const setKind = useCallback(
    (kind: IntegrationKind) =>
      setState((before) => {
        if (before.backEnd?.kind === kind) return before;
        if (before.backEnd) left.current.set(before.backEnd.kind, before);
        const known = left.current.get(kind);
        if (known) {
          const { integration, responses, requestParameters } = known.method;
          return { method: { ...before.method, integration, responses, requestParameters }, backEnd: known.backEnd };
        }
        const backEnd = emptyBackEnd(kind, region);
        return { method: withBackEnd(before.method, backEnd, path), backEnd };
      }),
    [path, region],
  );

  const reset = useCallback((method: Method, newBase?: Method | null) => {
    left.current.clear();
    setState(stateOf(method));
    if (newBase !== undefined) setBase(newBase);
    setTheirs(null);
    setRestored(false);
  }, []);

  return {
    ...state,
    base,
    unsaved,
    theirs,
    restored,
    problems: useMemo(() => (state.backEnd ? problemsOf(state.backEnd) : {}), [state.backEnd]),
    setMethod,
    setBackEnd,
    setKind,
    reset,
    /** After a save: what is there now is what the server has. */
    markSaved() {
      setJustSaved(true);
      setBase(state.method);
      setTheirs(null);
      setRestored(false);
    },
    /** In a conflict: stay with what is typed, on top of what is there. */
    keepMine() {
      setBase(theirs);
      setTheirs(null);
    },
  };
}

function read(key: string): Method | null {
  try {
    const text = sessionStorage.getItem(key);
    const parsed = methodSchema.safeParse(JSON.parse(text ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** A browser that forbids storage still shows the editor; only reloads then lose what is unsaved. */
function write(key: string, method: Method | null): void {
  try {
    if (method === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(method));
  } catch {}
}
