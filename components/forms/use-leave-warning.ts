'use client';

import { useEffect } from 'react';

/**
 * Asks before a page with unsent content is left: by reload, by closing the tab, and by a link of the console that leads to another page
 * or, with `query`, to the same page about something else.
 */
export function useLeaveWarning(unsent: boolean, question: string, { query = false } = {}): void {
  useEffect(() => {
    if (!unsent) return;
    const beforeUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (!(link instanceof HTMLAnchorElement) || link.target === '_blank') return;
      const same = link.pathname === window.location.pathname && link.host === window.location.host;
      if (same && (link.hash !== '' || !query)) return;
      if (window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('beforeunload', beforeUnload);
    document.addEventListener('click', onClick, { capture: true });
    return () => {
      window.removeEventListener('beforeunload', beforeUnload);
      document.removeEventListener('click', onClick, { capture: true });
    };
  }, [unsent, question, query]);
}
