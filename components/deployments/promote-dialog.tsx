'use client';

import { ActionDialog } from '@/components/forms/action-dialog';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { ActionResult } from '@/lib/actions/result';

/** Lets another stage serve what this one serves. */
export function PromoteDialog({
  from,
  deploymentId,
  stages,
  action,
}: {
  from: string;
  /** That it serves. */
  deploymentId: string;
  /** The other stages. */
  stages: string[];
  action: (previous: null, form: FormData) => Promise<ActionResult>;
}) {
  return (
    <ActionDialog
      label="Promote…"
      icon="arrow-right"
      disabled={stages.length === 0}
      title={`Promote what ${from} serves`}
      description="The other stage serves the same deployment within seconds. Its variables and settings stay its own."
      submitLabel="Promote"
      action={action}
    >
      {(fields) => (
        <>
          <input type="hidden" name="from" value={from} />
          <input type="hidden" name="deploymentId" value={deploymentId} />
          <Field name="to" label="To the stage" error={fields.to}>
            {(control) => (
              <Select {...control}>
                {stages.map((stage) => (
                  <option key={stage}>{stage}</option>
                ))}
              </Select>
            )}
          </Field>
        </>
      )}
    </ActionDialog>
  );
}
