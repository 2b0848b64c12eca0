'use client';

import { ActionDialog } from '@/components/forms/action-dialog';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/input';
import type { ActionResult } from '@/lib/actions/result';

/** What is to be approved, as the page shows it. */
export interface About {
  number: number;
  version: number;
  resultHash: string;
  stage: string;
}

type Call = (previous: null, form: FormData) => Promise<ActionResult<unknown>>;

/** Asks for a change set to be approved. */
export function AskForApproval({ about, action }: { about: About; action: Call }) {
  return (
    <ActionDialog
      label="Ask for approval"
      icon="shield-check"
      size="sm"
      title={`Ask for approval for ${about.stage}`}
      description={`Of #${about.number} as it is now: an edit, or a change of others to the working copy, makes it void.`}
      submitLabel="Ask"
      action={action}
    >
      {(fields) => (
        <>
          <AboutFields about={about} />
          <Comment error={fields.comment} label="Comment" hint="What whoever looks at it should know." optional />
        </>
      )}
    </ActionDialog>
  );
}

/** Approves, or declines with a reason. */
export function Decide({ about, action }: { about: About; action: Call }) {
  return (
    <>
      <ActionDialog
        label="Approve"
        icon="check"
        variant="primary"
        size="sm"
        title={`Approve #${about.number} for ${about.stage}?`}
        description="What you have looked at, and nothing else, may then be deployed there."
        submitLabel="Approve"
        action={action}
      >
        {(fields) => (
          <>
            <AboutFields about={about} />
            <input type="hidden" name="decision" value="approved" />
            <Comment error={fields.comment} label="Comment" optional />
          </>
        )}
      </ActionDialog>
      <ActionDialog
        label="Decline"
        icon="x"
        size="sm"
        title={`Decline #${about.number} for ${about.stage}?`}
        submitLabel="Decline"
        submitVariant="danger"
        action={action}
      >
        {(fields) => (
          <>
            <AboutFields about={about} />
            <input type="hidden" name="decision" value="declined" />
            <Comment error={fields.comment} label="Reason" hint="What is to be changed." />
          </>
        )}
      </ActionDialog>
    </>
  );
}

function AboutFields({ about }: { about: About }) {
  return (
    <>
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

function Comment({ error, ...field }: { label: string; hint?: string; optional?: boolean; error: string | undefined }) {
  return (
    <Field name="comment" error={error} {...field}>
      {(control) => <Textarea {...control} rows={3} maxLength={2000} />}
    </Field>
  );
}
