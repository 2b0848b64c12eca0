'use client';

import { useCallback, useEffect, useState } from 'react';
import type { RoutesFilter } from './route-lines';

const foldedKey = 'gatehouse:routes-folded';

/**
 * Filter and folding of the list. The filter is in the address, without a new request; the folding stays in this tab, so
 * that coming back from a route finds the list as it was.
 */
export function useListState(initial: RoutesFilter) {
  const [filter, setFilter] = useState(initial);
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(foldedKey) ?? '[]');
      if (Array.isArray(kept) && kept.length > 0) setCollapsed(new Set(kept.map(String)));
    } catch {}
  }, []);

  const change = useCallback((next: RoutesFilter) => {
    setFilter(next);
    const query = new URLSearchParams();
    if (next.search.trim() !== '') query.set('q', next.search.trim());
    if (next.changedOnly) query.set('changed', '1');
    // Next.js keeps its own entry in the history's state; it has to stay there.
    window.history.replaceState(window.history.state, '', query.size === 0 ? '/routes' : `/routes?${query}`);
  }, []);

  const fold = useCallback((next: ReadonlySet<string>) => {
    setCollapsed(next);
    try {
      sessionStorage.setItem(foldedKey, JSON.stringify([...next]));
    } catch {}
  }, []);

  return { filter, change, collapsed, fold };
}
