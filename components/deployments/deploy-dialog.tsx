'use client';

import type { ReactNode } from 'react';
import { ActionDialog } from '@/components/forms/action-dialog';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/input';
import type { ActionResult } from '@/lib/actions/result';

export type DeployAction = (previous: null, form: FormData) => Promise<ActionResult<{ deploymentId: string }>>;

/** Deploys the working copy to a stage. `children` say what goes live. */
export function DeployDialog({
  stage,
  workingHash,
  disabled,
  action,
  children,
}: {
  stage: string;
  /** Of the working copy that is shown: another one is not deployed. */
  workingHash: string;
  disabled: boolean;
  action: DeployAction;
  children: ReactNode;
}) {
  return (
    <ActionDialog
      label={`Deploy to ${stage}`}
      icon="rocket"
      variant="primary"
      disabled={disabled}
      dialogSize="lg"
      title={`Deploy the working copy to ${stage}`}
      description="Everything listed here goes live within seconds, for every tenant whose mapping leads to this stage."
      submitLabel={`Deploy to ${stage}`}
      action={action}
    >
      {(fields) => (
        <>
          {children}
          <input type="hidden" name="stage" value={stage} />
          <input type="hidden" name="expectedHash" value={workingHash} />
          <Field
            name="description"
            label="Description"
            hint="What changes and why, for whoever reads the history."
            error={fields.description}
          >
            {(control) => <Textarea {...control} rows={2} maxLength={300} />}
          </Field>
        </>
      )}
    </ActionDialog>
  );
}
