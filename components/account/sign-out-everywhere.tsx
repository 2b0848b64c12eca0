'use client';

import { useActionState } from 'react';
import { SubmitButton } from '@/components/forms/submit-button';
import type { FormAction } from '@/lib/actions/result';

/** Ends all sessions, the one in hand included. */
export function SignOutEverywhere({ action }: { action: FormAction }) {
  const [result, submit] = useActionState(action, null);
  return (
    <form action={submit} className="flex flex-wrap items-center gap-2">
      <SubmitButton variant="danger" icon="log-out">
        Sign out everywhere
      </SubmitButton>
      <p role="alert" className="text-red text-xs empty:hidden">
        {result && !result.ok ? result.message : null}
      </p>
    </form>
  );
}
