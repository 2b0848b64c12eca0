'use client';

import { type ComponentType, useEffect, useRef, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { Kbd } from '@/components/ui/kbd';
import type { CommandPaletteProps } from './command-palette';

/**
 * Opens the command palette on click and on Ctrl+K or Cmd+K. The palette's code is loaded on first use; a page that
 * nobody searches from does not pay for it.
 */
export function CommandTrigger() {
  const [open, setOpen] = useState(false);
  const [Palette, setPalette] = useState<ComponentType<CommandPaletteProps> | null>(null);
  const loading = useRef(false);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      setOpen((now) => !now);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  useEffect(() => {
    if (!open || loading.current) return;
    loading.current = true;
    import('./command-palette').then((module) => setPalette(() => module.CommandPalette));
  }, [open]);

  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        className="flex h-8 items-center gap-2 rounded-md border border-line-strong bg-surface px-2 text-ink-muted text-sm hover:border-line-control hover:text-ink sm:w-56"
      >
        <Icon name="search" />
        <span className="flex-1 text-left max-sm:sr-only">Go to…</span>
        <span aria-hidden="true" className="flex gap-0.5 max-sm:hidden">
          <Kbd>Ctrl</Kbd>
          <Kbd>K</Kbd>
        </span>
      </button>
      {open && Palette ? <Palette onClose={() => setOpen(false)} /> : null}
    </>
  );
}
