'use client';

import { useRouter } from 'next/navigation';
import { useActionState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { SubmitButton } from '@/components/forms/submit-button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/actions/result';

/** One's own name. */
export function ProfileForm({
  action,
  name,
}: {
  action: (previous: null, form: FormData) => Promise<ActionResult<unknown>>;
  name: string;
}) {
  const router = useRouter();
  const [result, submit] = useActionState(async (_previous: ActionResult<unknown> | null, form: FormData) => {
    const answer = await action(null, form);
    if (answer.ok) {
      toast({ tone: 'success', message: answer.message });
      router.refresh();
    }
    return answer;
  }, null);
  const refusal = result && !result.ok ? result : null;
  return (
    <form action={submit} noValidate className="grid gap-3">
      {refusal?.fields ? null : <FormMessage result={result} />}
      <div className="flex flex-wrap items-end gap-2">
        <div className="min-w-0 max-w-sm flex-1 basis-48">
          <Field name="name" label="Name" error={refusal?.fields?.name} required>
            {(control) => (
              <Input {...control} autoComplete="name" key={name} defaultValue={refusal?.values?.name ?? name} />
            )}
          </Field>
        </div>
        <SubmitButton variant="secondary">Save name</SubmitButton>
      </div>
    </form>
  );
}
