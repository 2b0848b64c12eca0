'use client';

import { useActionState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { SubmitButton } from '@/components/forms/submit-button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { FormAction } from '@/lib/actions/result';

/** Email and password; works without script. After a refusal the address is still there and the password is not. */
export function SignInForm({
  action,
  next,
  autoFocus = true,
}: {
  action: FormAction;
  /** Path to go to afterwards. */
  next?: string | undefined;
  /** False where another way in stands before it. */
  autoFocus?: boolean;
}) {
  const [result, submit] = useActionState(action, null);
  const refusal = result && !result.ok ? result : null;
  const fields = refusal?.fields;
  return (
    <form action={submit} noValidate className="grid gap-4">
      {fields && Object.keys(fields).length > 0 ? null : <FormMessage result={result} />}
      <Field name="email" label="Email" error={fields?.email} required>
        {(control) => (
          <Input
            {...control}
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus={autoFocus}
            defaultValue={refusal?.values?.email}
          />
        )}
      </Field>
      <Field name="password" label="Password" error={fields?.password} required>
        {(control) => <Input {...control} type="password" autoComplete="current-password" />}
      </Field>
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <SubmitButton className="w-full">Sign in</SubmitButton>
    </form>
  );
}
