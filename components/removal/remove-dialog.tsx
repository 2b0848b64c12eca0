'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useState, useTransition } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Skeleton } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/actions/result';
import type { RemovalPreview } from '@/lib/offboarding/model';
import { PreviewList } from './preview-list';

const unreachable = {
  ok: false as const,
  message: 'The console could not be reached.',
  fix: 'Try again; asking twice does no harm.',
};

/**
 * Reads from AWS what a removal comes to, shows it, asks for the name once more, and then for the removal; the browser goes to its report.
 * Without the list it can be asked for all the same: the removal looks by itself before each step.
 */
export function RemoveDialog<Input extends object>({
  label,
  title,
  word,
  field,
  preview,
  action,
  input,
}: {
  /** The button's text, and that of the dialog's. */
  label: string;
  title: ReactNode;
  /** What has to be typed. */
  word: string;
  /** The action's name for it, under which its refusal comes back. */
  field: keyof Input & string;
  preview: () => Promise<ActionResult<RemovalPreview>>;
  action: (previous: null, input: Input) => Promise<ActionResult<{ offboardingId: string | null }>>;
  /** What the action takes beside what is typed. */
  input: Partial<Input>;
}) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [list, setList] = useState<ActionResult<RemovalPreview> | null>(null);
  const [result, setResult] = useState<ActionResult<{ offboardingId: string | null }> | null>(null);
  const [reading, startReading] = useTransition();
  const [pending, startTransition] = useTransition();

  function read() {
    startReading(async () => setList(await preview().catch(() => unreachable)));
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    startTransition(async () => {
      const answer = await action(null, { ...input, [field]: typed } as Input).catch(() => unreachable);
      setResult(answer);
      if (!answer.ok) return;
      toast({ tone: 'success', message: answer.message });
      setOpen(false);
      const { offboardingId } = answer.data;
      if (offboardingId === null) router.refresh();
      else router.push(`/tenants/removals/${offboardingId}`);
    });
  }

  return (
    <>
      <Button
        variant="danger"
        icon="trash"
        onClick={() => {
          setTyped('');
          setResult(null);
          setList(null);
          setOpen(true);
          read();
        }}
      >
        {label}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={title}
        description="Its traffic stops within seconds. This can't be undone."
        size="lg"
      >
        <form onSubmit={submit} noValidate className="grid gap-4">
          {list === null || (reading && !list.ok) ? (
            <div role="status" className="grid gap-2">
              <span className="text-ink-muted text-sm">Reading from AWS what goes and what stays.</span>
              <Skeleton className="h-24 w-full" />
            </div>
          ) : list.ok ? (
            <PreviewList preview={list.data} onAgain={read} reading={reading} />
          ) : (
            <div className="grid justify-items-start gap-2">
              <FormMessage result={list} />
              <Button size="sm" onClick={read}>
                Read the list again
              </Button>
            </div>
          )}
          <FormMessage result={result} />
          {/* Asked for once there is something to have read: a field at once would take the focus below the list. */}
          {list === null ? null : (
            <Field
              name={field}
              label={
                <span>
                  Type <code className="break-name">{word}</code> to confirm
                </span>
              }
              error={result !== null && !result.ok ? result.fields?.[field] : null}
            >
              {(control) => (
                <Input
                  {...control}
                  mono
                  value={typed}
                  onChange={(event) => setTyped(event.target.value)}
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                />
              )}
            </Field>
          )}
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            {list === null ? null : (
              <Button type="submit" variant="danger" pending={pending}>
                {label}
              </Button>
            )}
          </div>
        </form>
      </Dialog>
    </>
  );
}
