'use client';

import { type FormEvent, useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { ActionResult } from '@/lib/actions/result';
import type { Dial } from '@/lib/sandbox-panel/model';
import { useAction } from './use-action';

/** Everything about the sandbox that can be set: AWS's pace and quotas. Only what was changed is sent. */
export function DialsCard({
  dials,
  action,
}: {
  dials: Dial[];
  action: (previous: null, input: { dials: Record<string, number | boolean> }) => Promise<ActionResult>;
}) {
  const { result, pending, run } = useAction();
  const [errors, setErrors] = useState<Record<string, string>>({});

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const wanted = Object.fromEntries(
      dials.map(({ name, value }) => [
        name,
        typeof value === 'boolean' ? form.has(name) : Number(form.get(name) || Number.NaN),
      ]),
    );
    const wrong = Object.entries(wanted).filter(([, value]) => Number.isNaN(value));
    setErrors(Object.fromEntries(wrong.map(([name]) => [name, 'Enter a number.'])));
    const changed = dials.filter(({ name, value }) => wanted[name] !== value);
    if (wrong.length > 0 || changed.length === 0) return;
    const input = Object.fromEntries(changed.map(({ name }) => [name, wanted[name] as number | boolean]));
    run(() => action(null, { dials: input }));
  }

  return (
    <Card title="Dials" description="They take effect at once and survive restarts.">
      <form onSubmit={save} noValidate aria-label="Dials" className="grid gap-4">
        <div className="grid items-start gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
          {dials.map(({ name, description, value }) => (
            <Field key={name} name={name} label={<code>{name}</code>} hint={description} error={errors[name]}>
              {(control) =>
                typeof value === 'boolean' ? (
                  <input {...control} type="checkbox" defaultChecked={value} className="block size-4 accent-accent" />
                ) : (
                  <Input {...control} defaultValue={value} inputMode="decimal" autoComplete="off" />
                )
              }
            </Field>
          ))}
        </div>
        <FormMessage result={result} />
        <div>
          <Button type="submit" variant="primary" pending={pending}>
            Save dials
          </Button>
        </div>
      </form>
    </Card>
  );
}
