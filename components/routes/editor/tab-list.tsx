'use client';

import type { KeyboardEvent } from 'react';
import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';
import { type Tab, tabs, tabWords } from './tab-names';

/** The editor's tabs; the arrows move between them. `marked` have something that needs another look. */
export function TabList({
  current,
  marked,
  onChoose,
}: {
  current: Tab;
  marked: ReadonlySet<Tab>;
  onChoose: (tab: Tab) => void;
}) {
  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(current) + step + tabs.length) % tabs.length] ?? current;
    onChoose(next);
    document.getElementById(`tab-${next}`)?.focus();
  }
  return (
    <div
      role="tablist"
      aria-label="Parts of the route"
      onKeyDown={onKeyDown}
      className="flex min-w-0 gap-1 overflow-x-auto"
    >
      {tabs.map((tab) => (
        <button
          key={tab}
          id={`tab-${tab}`}
          type="button"
          role="tab"
          aria-selected={tab === current}
          aria-controls="route-tab"
          tabIndex={tab === current ? 0 : -1}
          onClick={() => onChoose(tab)}
          className={cn(
            'inline-flex h-10 shrink-0 items-center gap-1 border-b-2 px-2.5 font-medium text-sm max-sm:px-1.5 max-sm:text-xs focus-visible:-outline-offset-2',
            tab === current ? 'border-accent text-ink' : 'border-transparent text-ink-muted hover:text-ink',
          )}
        >
          {tabWords[tab]}
          {marked.has(tab) ? (
            <Icon name="triangle-alert" label="needs another look" className="size-3.5 text-amber" />
          ) : null}
        </button>
      ))}
    </div>
  );
}
