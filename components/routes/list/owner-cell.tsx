'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';
import { controlClass } from '@/components/ui/input';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/actions/result';
import type { RouteOwner } from '@/lib/routes/model';

export type SetOwnerAction = (previous: null, input: { path: string; owner: string }) => Promise<ActionResult>;

/** Id of the list of names that are in use; the page renders it once. */
export const ownerNamesId = 'route-owners';

/** Who looks after a path; a click turns it into a field. Enter saves, Escape leaves it as it was. */
export function OwnerCell({
  path,
  owner,
  action,
  tabIndex,
  quiet = false,
}: {
  path: string;
  owner: RouteOwner | null;
  /** Null: the reader may not change it. */
  action: SetOwnerAction | null;
  tabIndex?: number;
  /** In a row: the offer to set one shows only where the reader points. */
  quiet?: boolean;
}) {
  const router = useRouter();
  const [editing, setEditing] = useState(false);
  const [pending, startTransition] = useTransition();
  const own = owner?.from === path ? owner.name : '';

  function save(text: string) {
    setEditing(false);
    const name = text.trim();
    if (action === null || name === own) return;
    startTransition(async () => {
      const answer = await action(null, { path, owner: name }).catch(() => null);
      toast({
        tone: answer?.ok ? 'success' : 'error',
        message: answer?.message ?? 'The console could not be reached.',
      });
      if (answer?.ok) router.refresh();
    });
  }

  if (editing) {
    return (
      <input
        // biome-ignore lint/a11y/noAutofocus: it stands where the button was that asked for it
        autoFocus
        aria-label={`Owner of ${path}`}
        list={ownerNamesId}
        defaultValue={own}
        placeholder={owner?.name ?? 'Team or person'}
        maxLength={100}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter') save(event.currentTarget.value);
          if (event.key === 'Escape') setEditing(false);
        }}
        onBlur={(event) => save(event.currentTarget.value)}
        className={cn(controlClass, 'relative h-7 px-2 text-xs')}
      />
    );
  }
  const text = owner === null ? null : owner.name;
  const inherited = owner !== null && owner.from !== path;
  if (action === null) {
    return <span className={cn('truncate text-xs', inherited && 'text-ink-subtle')}>{text}</span>;
  }
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      aria-label={`${text ?? 'Set owner'}: owner of ${path}${inherited ? `, as of ${owner.from}` : ''}`}
      title={inherited ? `From ${owner.from}` : 'Change the owner'}
      onClick={() => setEditing(true)}
      className={cn(
        'group/owner relative -mx-1.5 inline-flex h-6 max-w-full items-center gap-1 rounded px-1.5 text-xs hover:bg-sunken',
        inherited || text === null ? 'text-ink-subtle' : 'text-ink',
        quiet &&
          text === null &&
          'opacity-0 focus-visible:opacity-100 pointer-coarse:opacity-100 [tr:hover_&]:opacity-100 [tr:focus-within_&]:opacity-100',
        pending && 'opacity-60',
      )}
    >
      <span className="truncate">{text ?? 'Set owner'}</span>
      <Icon
        name="pencil"
        className="size-3 opacity-0 group-hover/owner:opacity-100 group-focus-visible/owner:opacity-100"
      />
    </button>
  );
}
