'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import type { ButtonSize, ButtonVariant } from '@/components/ui/button-class';
import { Dialog } from '@/components/ui/dialog';
import type { IconName } from '@/components/ui/icon-shapes';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/actions/result';
import { FormMessage } from './form-message';

const unreachable = {
  ok: false as const,
  message: 'The console could not be reached.',
  fix: 'Look whether it happened before you try again: the answer may have been lost on its way back.',
};

/**
 * A button that opens a dialog with a form, and calls an action with what was filled in. `children` draw the fields and get the
 * last refusal, for the sentences at the fields. On success it closes, says so, and calls `onDone` (by default the page is read anew).
 */
export function ActionDialog<Data>({
  label,
  icon,
  variant = 'secondary',
  size = 'md',
  disabled = false,
  dialogSize = 'md',
  title,
  description,
  submitLabel,
  submitVariant = 'primary',
  action,
  onDone,
  children,
}: {
  /** The button's text. */
  label: string;
  icon?: IconName;
  variant?: ButtonVariant;
  size?: ButtonSize;
  disabled?: boolean;
  dialogSize?: 'sm' | 'md' | 'lg';
  title: ReactNode;
  description?: ReactNode;
  submitLabel: string;
  submitVariant?: ButtonVariant;
  action: (previous: null, form: FormData) => Promise<ActionResult<Data>>;
  onDone?: (data: Data) => void;
  children?: (fields: Record<string, string>) => ReactNode;
}) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [result, setResult] = useState<ActionResult<Data> | null>(null);
  const [pending, startTransition] = useTransition();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(async () => {
      const answer = await action(null, form).catch(() => unreachable);
      setResult(answer);
      if (!answer.ok) return;
      toast({ tone: 'success', message: answer.message });
      setOpen(false);
      if (onDone) onDone(answer.data);
      else router.refresh();
    });
  }

  return (
    <>
      <Button
        icon={icon}
        variant={variant}
        size={size}
        disabled={disabled}
        onClick={() => {
          setResult(null);
          setOpen(true);
        }}
      >
        {label}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title} description={description} size={dialogSize}>
        <form onSubmit={submit} noValidate className="grid gap-4">
          {children?.(result !== null && !result.ok ? (result.fields ?? {}) : {})}
          <FormMessage result={result} />
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button type="submit" variant={submitVariant} pending={pending}>
              {submitLabel}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
