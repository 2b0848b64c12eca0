'use client';

import { Toaster as Sonner, toast as sonner } from 'sonner';
import type { ToastMessage } from './toast';

/** Sonner in our colours. Imported only by `ToastHost`, on the first toast. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-right"
      containerAriaLabel="Messages"
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-[356px] max-w-[calc(100vw-2rem)] items-start gap-2 rounded-lg bg-raised px-3 py-2.5 font-sans text-sm text-ink shadow-raised',
          success: '[&_[data-icon]]:text-green',
          error: '[&_[data-icon]]:text-red',
          actionButton:
            'order-last ml-auto shrink-0 rounded border border-line-strong px-2 font-medium text-xs hover:bg-hover',
        },
      }}
    />
  );
}

/** Errors stay twice as long: they are read, not noticed; so does what one may want to undo. */
export function show({ tone, message, action }: ToastMessage): void {
  const options = { action, ...(tone === 'error' || action ? { duration: 8000 } : {}) };
  if (tone === 'success') sonner.success(message, options);
  else sonner.error(message, options);
}
