'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/actions/result';
import { type ApproverRole, approverRoles } from '@/lib/approvals/model';
import { roleWithArticle } from '@/lib/auth/roles';

type Protect = (
  previous: null,
  input: { stage: string; approverRole: ApproverRole | null },
) => Promise<ActionResult<unknown>>;

const unreachable = { ok: false as const, message: 'The console could not be reached, so nothing was changed.' };

/** Whether a stage needs approval, and of whom. */
export function StagePolicyForm({
  stage,
  approverRole,
  action,
}: {
  stage: string;
  approverRole: ApproverRole | null;
  action: Protect;
}) {
  const router = useRouter();
  const [chosen, setChosen] = useState<ApproverRole | ''>(approverRole ?? '');
  const [result, setResult] = useState<ActionResult<unknown> | null>(null);
  const [pending, startTransition] = useTransition();
  const save = () =>
    startTransition(async () => {
      const answer = await action(null, { stage, approverRole: chosen || null }).catch(() => unreachable);
      setResult(answer);
      if (!answer.ok) return;
      toast({ tone: 'success', message: answer.message });
      router.refresh();
    });
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="flex flex-wrap items-end gap-2">
        <div className="w-64 max-w-full">
          <Field name="approverRole" label={`What ${stage} serves next`}>
            {(control) => (
              <Select
                {...control}
                value={chosen}
                onChange={(event) => setChosen(event.target.value as ApproverRole | '')}
              >
                <option value="">needs no approval</option>
                {approverRoles.map((role) => (
                  <option key={role} value={role}>
                    {role === 'operator' ? 'needs an operator or administrator' : `needs ${roleWithArticle[role]}`}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <Button type="submit" pending={pending} disabled={chosen === (approverRole ?? '')}>
          Save
        </Button>
      </div>
      <FormMessage result={result} />
    </form>
  );
}
