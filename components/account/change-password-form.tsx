'use client';

import { useRouter } from 'next/navigation';
import { useActionState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { SubmitButton } from '@/components/forms/submit-button';
import { ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/actions/result';
import { NewPasswordFields } from './new-password-fields';

/** The password that one has, and the one that is to be. */
export function ChangePasswordForm({
  action,
  email,
  doneHref,
  cancelHref,
}: {
  action: (previous: null, form: FormData) => Promise<ActionResult<unknown>>;
  email: string;
  doneHref: string;
  /** Absent where there is no way around it. */
  cancelHref?: string;
}) {
  const router = useRouter();
  const [result, submit] = useActionState(async (_previous: ActionResult<unknown> | null, form: FormData) => {
    const answer = await action(null, form);
    if (answer.ok) {
      toast({ tone: 'success', message: answer.message });
      router.push(doneHref);
    }
    return answer;
  }, null);
  const fields = result && !result.ok ? result.fields : undefined;
  return (
    <form action={submit} noValidate className="grid gap-4">
      {fields ? null : <FormMessage result={result} />}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <Field name="currentPassword" label="Current password" error={fields?.currentPassword} required>
        {(control) => <Input {...control} type="password" autoComplete="current-password" autoFocus />}
      </Field>
      <NewPasswordFields fields={fields} />
      <div className="flex flex-wrap justify-end gap-2">
        {cancelHref ? <ButtonLink href={cancelHref}>Cancel</ButtonLink> : null}
        <SubmitButton className={cancelHref ? undefined : 'w-full'}>Change password</SubmitButton>
      </div>
    </form>
  );
}
