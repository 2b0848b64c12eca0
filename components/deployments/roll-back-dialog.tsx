'use client';

import type { ReactNode } from 'react';
import { ActionDialog } from '@/components/forms/action-dialog';
import type { ActionResult } from '@/lib/actions/result';

/** Leads a stage back to a deployment it served before. `children` say what changes for tenants. */
export function RollBackDialog({
  stage,
  deploymentId,
  action,
  children,
}: {
  stage: string;
  deploymentId: string;
  action: (previous: null, form: FormData) => Promise<ActionResult>;
  children?: ReactNode;
}) {
  return (
    <ActionDialog
      label="Roll back to this"
      icon="undo-2"
      size="sm"
      dialogSize="lg"
      title={`Roll ${stage} back to deployment ${deploymentId}`}
      description="The stage serves it again within seconds. The working copy stays as it is: restore it as well, or the next deployment ships today's changes again."
      submitLabel={`Roll ${stage} back`}
      submitVariant="danger"
      action={action}
    >
      {() => (
        <>
          {children}
          <input type="hidden" name="stage" value={stage} />
          <input type="hidden" name="deploymentId" value={deploymentId} />
        </>
      )}
    </ActionDialog>
  );
}
