'use client';

import { useActionState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { SubmitButton } from '@/components/forms/submit-button';
import { ChoiceCard, ChoiceGroup } from '@/components/ui/choice';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/actions/result';
import type { SignInPolicy } from '@/lib/auth/sign-in-policy';

/** Whether everybody who signs in with a password needs a second factor. */
export function PolicyForm({
  policy,
  without,
  action,
}: {
  policy: SignInPolicy;
  /** How many people have a password and no second factor. */
  without: number;
  action: (previous: null, form: FormData) => Promise<ActionResult<unknown>>;
}) {
  const [result, submit] = useActionState(async (_previous: ActionResult<unknown> | null, form: FormData) => {
    const answer = await action(null, form);
    if (answer.ok) toast({ tone: 'success', message: answer.message });
    return answer;
  }, null);
  return (
    <form action={submit} className="grid gap-3">
      <ChoiceGroup legend="Second factor of who signs in with a password" columns={2}>
        <ChoiceCard
          name="secondFactor"
          value="optional"
          defaultChecked={policy.secondFactor === 'optional'}
          label="Everybody's own choice"
          hint="Who has one is asked for it."
        />
        <ChoiceCard
          name="secondFactor"
          value="required"
          defaultChecked={policy.secondFactor === 'required'}
          label="Everybody needs one"
          hint={
            without === 0
              ? 'Everybody who has a password has one already.'
              : `${without} ${without === 1 ? 'person has' : 'people have'} none yet, and can do nothing else before they have added one.`
          }
        />
      </ChoiceGroup>
      <FormMessage result={result} />
      <SubmitButton className="justify-self-start">Save</SubmitButton>
    </form>
  );
}
