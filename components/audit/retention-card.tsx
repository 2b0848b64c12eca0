'use client';

import { type FormEvent, useState, useTransition } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useAction } from '@/components/sandbox/use-action';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ChoiceCard, ChoiceGroup } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { formatAbsoluteTime } from '@/components/ui/format-relative-time';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import type { ActionResult } from '@/lib/actions/result';

type Preview = { rows: number; until: string } | null;

/** How long rows are kept, with a look at what a policy would remove before it holds. */
export function RetentionCard({
  keepDays,
  pruned,
  preview,
  save,
}: {
  keepDays: number | null;
  pruned: { at: string; rows: number; failure: string | null } | null;
  preview: (previous: null, form: FormData) => Promise<ActionResult<Preview>>;
  save: (previous: null, form: FormData) => Promise<ActionResult>;
}) {
  const { result, pending, run } = useAction();
  const [keep, setKeep] = useState<'ever' | 'days'>(keepDays === null ? 'ever' : 'days');
  const [looked, setLooked] = useState<ActionResult<Preview> | null>(null);
  const [looking, startLooking] = useTransition();
  const refusal = [result, looked].find((answer) => answer !== null && !answer.ok);
  const error = refusal && !refusal.ok ? refusal.fields?.days : undefined;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setLooked(null);
    run(() => save(null, form));
  }

  return (
    <Card
      title="Retention"
      description="Removing leaves a signed tombstone, so that the rest of the chain stays verifiable."
    >
      <form onSubmit={submit} noValidate className="grid gap-4">
        <ChoiceGroup legend="Rows are kept" columns={2}>
          <ChoiceCard
            name="keep"
            value="ever"
            label="For ever"
            checked={keep === 'ever'}
            onChange={() => setKeep('ever')}
          />
          <ChoiceCard
            name="keep"
            value="days"
            label="For some days"
            hint="At least 90; once a day the worker removes what is older."
            checked={keep === 'days'}
            onChange={() => setKeep('days')}
          />
        </ChoiceGroup>
        {keep === 'days' ? (
          <Field name="days" label="Days" error={error}>
            {(control) => (
              <Input {...control} inputMode="numeric" defaultValue={keepDays ?? 365} className="max-w-40" />
            )}
          </Field>
        ) : null}
        {looked?.ok ? (
          <Notice tone={looked.data === null ? 'grey' : 'amber'} live>
            {looked.data === null
              ? 'This would remove nothing now.'
              : `This would remove ${looked.data.rows.toLocaleString('en')} rows now, the newest of ${formatAbsoluteTime(new Date(looked.data.until))}. They can't be brought back.`}
          </Notice>
        ) : null}
        {error ? null : <FormMessage result={refusal ?? null} />}
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" variant="primary" pending={pending}>
            Save
          </Button>
          {keep === 'days' ? (
            <Button
              pending={looking}
              onClick={(event) => {
                const form = event.currentTarget.form;
                if (form) startLooking(async () => setLooked(await preview(null, new FormData(form))));
              }}
            >
              What would go?
            </Button>
          ) : null}
        </div>
        {pruned && keepDays !== null ? (
          <p className={pruned.failure ? 'text-red text-xs' : 'text-ink-muted text-xs'}>
            {pruned.failure ?? `${pruned.rows.toLocaleString('en')} rows removed`} on{' '}
            {formatAbsoluteTime(new Date(pruned.at))}.
          </p>
        ) : null}
      </form>
    </Card>
  );
}
