'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useTransition } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { Button } from '@/components/ui/button';
import { ChoiceCard, ChoiceGroup } from '@/components/ui/choice';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/actions/result';
import type { Conflict } from '@/lib/changes/model';

/** Settles, one by one, what somebody else changed since the draft began. */
export function ConflictsForm({
  number,
  version,
  conflicts,
  action,
}: {
  number: number;
  version: number;
  conflicts: Conflict[];
  action: (previous: null, form: FormData) => Promise<ActionResult<unknown>>;
}) {
  const router = useRouter();
  const [result, setResult] = useState<ActionResult<unknown> | null>(null);
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const [pending, startTransition] = useTransition();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(async () => {
      const answer = await action(null, form).catch(() => ({
        ok: false as const,
        message: 'The console could not be reached.',
        fix: 'Try again; settling twice does no harm.',
      }));
      setResult(answer);
      if (answer.ok) toast({ tone: 'success', message: answer.message });
      router.refresh();
    });
  }

  return (
    <form onSubmit={submit} className="grid gap-4">
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="version" value={version} />
      {conflicts.map((conflict, index) => (
        <div key={conflict.key}>
          <input type="hidden" name={`choices.${index}.key`} value={conflict.key} />
          <ChoiceGroup legend={conflict.title} hint={`When the draft began: ${conflict.base}`} columns={2}>
            <ChoiceCard
              name={`choices.${index}.choice`}
              value="theirs"
              onChange={() => setChosen({ ...chosen, [conflict.key]: 'theirs' })}
              label="Keep what is there now"
              hint={conflict.theirs}
            />
            <ChoiceCard
              name={`choices.${index}.choice`}
              value="mine"
              onChange={() => setChosen({ ...chosen, [conflict.key]: 'mine' })}
              label="Take what this draft makes of it"
              hint={conflict.mine}
            />
          </ChoiceGroup>
        </div>
      ))}
      <FormMessage result={result} />
      <Button
        type="submit"
        variant="primary"
        pending={pending}
        disabled={conflicts.some(({ key }) => !chosen[key])}
        className="justify-self-start"
      >
        Settle {conflicts.length === 1 ? 'the conflict' : `${conflicts.length} conflicts`}
      </Button>
    </form>
  );
}
