'use client';

import { useActionState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { SubmitButton } from '@/components/forms/submit-button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { FormAction } from '@/lib/actions/result';

/** The code of the second factor; works without script. */
export function SecondStepForm({ action }: { action: FormAction }) {
  const [result, submit] = useActionState(action, null);
  const fields = result && !result.ok ? result.fields : undefined;
  return (
    <form action={submit} noValidate className="grid gap-4">
      {fields ? null : <FormMessage result={result} />}
      <Field
        name="code"
        label="Code"
        hint="The six digits that your authenticator app shows, or one of your recovery codes."
        error={fields?.code}
        required
      >
        {(control) => (
          <Input
            {...control}
            autoComplete="one-time-code"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            autoFocus
            maxLength={40}
            mono
          />
        )}
      </Field>
      <SubmitButton className="w-full">Sign in</SubmitButton>
    </form>
  );
}
