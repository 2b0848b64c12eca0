'use client';

import { useActionState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { SubmitButton } from '@/components/forms/submit-button';
import type { FormAction } from '@/lib/actions/result';

/** Ends the session; says so when that did not work. */
export function SignOutForm({ action }: { action: FormAction }) {
  const [result, submit] = useActionState(action, null);
  return (
    <form action={submit} className="mt-2 grid gap-2 border-line border-t pt-2">
      <FormMessage result={result} />
      <SubmitButton variant="ghost" icon="log-out" className="justify-self-start">
        Sign out
      </SubmitButton>
    </form>
  );
}
