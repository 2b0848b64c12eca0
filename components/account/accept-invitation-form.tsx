'use client';

import { useActionState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { SubmitButton } from '@/components/forms/submit-button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { FormAction } from '@/lib/actions/result';
import { NewPasswordFields } from './new-password-fields';

/** Name and password of somebody who was invited; works without script. */
export function AcceptInvitationForm({
  action,
  token,
  email,
  name,
}: {
  action: FormAction;
  token: string;
  email: string;
  name: string;
}) {
  const [result, submit] = useActionState(action, null);
  const refusal = result && !result.ok ? result : null;
  const fields = refusal?.fields;
  return (
    <form action={submit} noValidate className="grid gap-4">
      {fields ? null : <FormMessage result={result} />}
      <input type="hidden" name="token" value={token} />
      {/* For password managers: whose password it is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <Field name="name" label="Your name" error={fields?.name} required>
        {(control) => <Input {...control} autoComplete="name" defaultValue={refusal?.values?.name ?? name} />}
      </Field>
      <NewPasswordFields fields={fields} />
      <SubmitButton className="w-full">Create account</SubmitButton>
    </form>
  );
}
