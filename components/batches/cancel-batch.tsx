'use client';

import { ActionDialog } from '@/components/forms/action-dialog';
import type { ActionResult } from '@/lib/actions/result';

/** Takes what is still in the queue out of it, after a question. */
export function CancelBatch({
  number,
  waiting,
  action,
}: {
  number: number;
  waiting: number;
  action: (previous: null, input: { number: number }) => Promise<ActionResult>;
}) {
  return (
    <ActionDialog
      label="Cancel the rest"
      variant="danger"
      title={`Cancel the rest of batch #${number}`}
      description={`${waiting} ${waiting === 1 ? 'row is' : 'rows are'} in the queue and will not be onboarded. What has begun goes on. This can't be undone; the rows can be started again from the file.`}
      submitLabel="Cancel the rest"
      submitVariant="danger"
      action={(previous) => action(previous, { number })}
    />
  );
}
