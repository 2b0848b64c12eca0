'use client';

import { ActionDialog } from '@/components/forms/action-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { ActionResult } from '@/lib/actions/result';

export type ContinueRemovalAction = (
  previous: null,
  input: { domainId: string; confirmHostname: string },
) => Promise<ActionResult<{ hostname: string }>>;

/** Goes on although the public DNS still leads to what is to go: says what that risks, and wants the hostname typed. */
export function ContinueRemoval({
  domainId,
  hostname,
  sentence,
  action,
}: {
  domainId: string;
  hostname: string;
  sentence: string;
  action: ContinueRemovalAction;
}) {
  return (
    <ActionDialog
      label="Remove it all the same"
      variant="danger"
      size="sm"
      title={`Remove ${hostname} although the DNS leads there`}
      description={sentence}
      submitLabel="Remove it all the same"
      submitVariant="danger"
      action={(previous, form) =>
        action(previous, { domainId, confirmHostname: String(form.get('confirmHostname') ?? '') })
      }
    >
      {(fields) => (
        <>
          <p className="text-sm">
            Once the custom domain name is deleted, anybody with an AWS account may make it anew and receive what is
            sent to <code className="break-name">{hostname}</code>: passwords and cookies included. The record at the
            DNS provider should go first.
          </p>
          <Field
            name="confirmHostname"
            label={
              <span>
                Type <code className="break-name">{hostname}</code> to go on
              </span>
            }
            error={fields.confirmHostname}
          >
            {(control) => <Input {...control} mono autoComplete="off" autoCapitalize="none" spellCheck={false} />}
          </Field>
        </>
      )}
    </ActionDialog>
  );
}
