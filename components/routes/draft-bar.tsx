'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useTransition } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { Button, ButtonLink } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/actions/result';
import type { DraftChoice } from '@/lib/routes/model';
import type { DraftActions } from './actions';

const none = 'none';
const unreachable = { ok: false as const, message: 'The console could not be reached.', fix: 'Try again.' };

/** Which change set edits go to, and the way to its review. */
export function DraftBar({
  current,
  drafts,
  actions,
}: {
  /** Null: the next save begins one. */
  current: (DraftChoice & { changes: number; conflicts: number }) | null;
  /** All open drafts, the current one included. */
  drafts: DraftChoice[];
  actions: DraftActions | null;
}) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [naming, setNaming] = useState(false);
  const [result, setResult] = useState<ActionResult<unknown> | null>(null);

  function choose(value: string) {
    startTransition(async () => {
      const number = value === none ? null : Number(value);
      const answer = await (actions?.choose(null, { number }).catch(() => unreachable) ?? unreachable);
      if (!answer.ok) toast({ tone: 'error', message: answer.message });
      router.refresh();
    });
  }

  function create(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name'));
    startTransition(async () => {
      const answer = await (actions?.create(null, { name }).catch(() => unreachable) ?? unreachable);
      setResult(answer);
      if (!answer.ok) return;
      setNaming(false);
      router.refresh();
    });
  }

  if (actions === null && current === null) return null;
  return (
    <section
      aria-label="Change set"
      className={cn(
        'mb-4 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border px-3 py-2 text-sm',
        current ? 'border-accent-line bg-accent-soft' : 'border-line bg-surface',
      )}
    >
      <Icon name="git-pull-request-draft" className={current ? 'size-4 text-accent' : 'size-4 text-ink-subtle'} />
      {actions === null ? (
        <span className="min-w-0 flex-1 truncate">
          Shown with #{current?.number} {current?.name}
        </span>
      ) : (
        <>
          <label htmlFor="draft-choice" className="whitespace-nowrap font-medium max-sm:w-[calc(100%-2rem)]">
            Edits go to
          </label>
          <Select
            id="draft-choice"
            value={current?.number ?? none}
            aria-busy={pending}
            onChange={(event) => choose(event.target.value)}
            className="min-w-0 flex-1 basis-40 max-sm:order-1 sm:max-w-72"
          >
            <option value={none}>a new change set</option>
            {drafts.map(({ number, name, author }) => (
              <option key={number} value={number}>
                #{number} {name}
                {author === null ? '' : ` (${author})`}
              </option>
            ))}
          </Select>
          <Button size="sm" variant="ghost" icon="plus" className="max-sm:order-2" onClick={() => setNaming(true)}>
            New
          </Button>
        </>
      )}
      {current ? (
        <span className="ml-auto flex items-center gap-2 max-sm:order-3">
          {current.conflicts > 0 ? (
            <span className="inline-flex items-center gap-1 font-medium text-red text-xs">
              <Icon name="triangle-alert" className="size-3.5" />
              {current.conflicts === 1 ? '1 conflict' : `${current.conflicts} conflicts`}
            </span>
          ) : null}
          <ButtonLink
            size="sm"
            variant={current.changes > 0 || current.conflicts > 0 ? 'primary' : 'secondary'}
            href={`/changes/${current.number}`}
          >
            {current.changes > 0
              ? `Review ${current.changes} ${current.changes === 1 ? 'change' : 'changes'}`
              : current.conflicts > 0
                ? 'Decide'
                : 'No changes yet'}
          </ButtonLink>
        </span>
      ) : (
        <span className="text-ink-muted text-xs max-sm:order-3 max-sm:basis-full">
          Your first save begins one. Nothing reaches AWS before it is reviewed and applied.
        </span>
      )}
      <Dialog
        open={naming}
        onClose={() => setNaming(false)}
        title="New change set"
        description="It gathers your edits until they are reviewed and applied as one."
      >
        <form onSubmit={create} noValidate className="grid gap-4">
          <FormMessage result={result} />
          <Field name="name" label="Name" error={result && !result.ok ? result.fields?.name : null}>
            {(control) => (
              <Input {...control} maxLength={120} placeholder="Orders to the new cluster" autoComplete="off" />
            )}
          </Field>
          <div className="flex justify-end gap-2">
            <Button onClick={() => setNaming(false)}>Cancel</Button>
            <Button type="submit" variant="primary" pending={pending}>
              Begin
            </Button>
          </div>
        </form>
      </Dialog>
    </section>
  );
}
