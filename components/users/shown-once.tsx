'use client';

import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';

/** A link or password that is shown now and never again. */
export function ShownOnce({
  title,
  description,
  what,
  value,
  onClose,
  children,
}: {
  title: string;
  description: string;
  /** "the link" */
  what: string;
  value: string;
  onClose: () => void;
  children?: React.ReactNode;
}) {
  const id = useId();
  return (
    <Dialog open onClose={onClose} title={title} description={description}>
      <div className="grid gap-4">
        <div className="flex items-center gap-2 rounded-lg border border-line bg-sunken px-3 py-2">
          <output id={id} aria-label={what} className="min-w-0 flex-1 select-all break-all font-mono text-sm">
            {value}
          </output>
          <CopyButton value={value} label={what} />
        </div>
        {children}
        <div className="flex justify-end">
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
