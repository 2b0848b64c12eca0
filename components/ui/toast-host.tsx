'use client';

import { type ComponentType, useEffect, useState } from 'react';
import { onToast } from './toast';

/** Waits for the first toast, then loads sonner and hands every toast to it. One in the root layout. */
export function ToastHost() {
  const [Toaster, setToaster] = useState<ComponentType | null>(null);
  useEffect(
    () =>
      onToast(async (message) => {
        const toaster = await import('./toaster');
        setToaster(() => toaster.Toaster);
        // The first toast has to wait until the toaster is mounted.
        requestAnimationFrame(() => toaster.show(message));
      }),
    [],
  );
  return Toaster ? <Toaster /> : null;
}
