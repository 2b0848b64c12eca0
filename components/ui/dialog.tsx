'use client';

import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button';
import { cn } from './cn';

/**
 * A modal dialog on the browser's own `<dialog>`: the focus goes to its first field, is kept inside and given back; Escape
 * closes. The content is mounted only while open. `onClose` runs however it was closed.
 */
export function Dialog({
  open,
  onClose,
  title,
  description,
  children,
  size = 'md',
}: {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  size?: 'sm' | 'md' | 'lg';
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog || !open || dialog.open) return;
    const before = document.activeElement;
    dialog.showModal();
    dialog.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus();
    // Taken out of the page, a dialog doesn't give the focus back by itself.
    return () => (before instanceof HTMLElement ? before.focus() : undefined);
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={ref}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className={cn(
        'm-auto max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] overflow-auto rounded-xl bg-raised p-0 shadow-raised backdrop:bg-black/40 motion-safe:animate-rise',
        size === 'sm' && 'max-w-sm',
        size === 'md' && 'max-w-lg',
        size === 'lg' && 'max-w-3xl',
      )}
    >
      <div className="flex items-start gap-3 border-line border-b px-4 py-3">
        <div className="min-w-0 flex-1">
          <h2 id={`${id}-title`} className="font-semibold text-base">
            {title}
          </h2>
          {description ? (
            <p id={`${id}-description`} className="text-ink-muted text-sm">
              {description}
            </p>
          ) : null}
        </div>
        <Button variant="ghost" size="sm" icon="x" iconOnly aria-label="Close" onClick={onClose} />
      </div>
      <div className="p-4">{children}</div>
    </dialog>
  );
}
