'use client';

import { ActionDialog } from '@/components/forms/action-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { ActionResult } from '@/lib/actions/result';
import { printAccount } from '@/lib/connection/model';

/** The administrator's word, once an account and region: its number has to be typed. */
export function ConfirmDialog({
  account,
  region,
  action,
}: {
  account: string;
  region: string;
  action: (previous: null, form: FormData) => Promise<ActionResult>;
}) {
  return (
    <ActionDialog
      label="Confirm the account"
      variant="danger"
      title="Let Gatehouse change this AWS account"
      description={
        <>
          From now on operators and the worker change the gateway, certificates and records in account{' '}
          <strong className="font-mono text-ink">{printAccount(account)}</strong>, {region}. You are asked once; another
          account or region is asked for again.
        </>
      }
      submitLabel="Allow changes"
      submitVariant="danger"
      action={action}
    >
      {(fields) => (
        <Field
          name="account"
          label="Number of the account"
          hint="Type its twelve digits, with or without hyphens."
          error={fields.account}
        >
          {(control) => <Input {...control} inputMode="numeric" autoComplete="off" className="font-mono" />}
        </Field>
      )}
    </ActionDialog>
  );
}
