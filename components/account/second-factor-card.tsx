'use client';

import { useState } from 'react';
import { ActionDialog } from '@/components/forms/action-dialog';
import { StatusBadge } from '@/components/ui/badge';
import { Button, ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import type { ActionResult } from '@/lib/actions/result';
import { BothFactorsFields } from './both-factors-fields';
import { RecoveryCodeList } from './recovery-code-list';

/** Fewer than this are a reason to make new ones. */
const few = 3;

/** Whether a second factor is on, how many recovery codes are left, and what to do about both. */
export function SecondFactorCard({
  email,
  on,
  since,
  codesLeft,
  required,
  disable,
  renew,
}: {
  email: string;
  on: boolean;
  /** In words. */
  since: string | null;
  codesLeft: number;
  /** The console demands one of everybody. */
  required: boolean;
  disable: (previous: null, form: FormData) => Promise<ActionResult<unknown>>;
  renew: (previous: null, form: FormData) => Promise<ActionResult<{ recoveryCodes: string[] }>>;
}) {
  const [codes, setCodes] = useState<string[] | null>(null);
  return (
    <Card
      title="Second factor"
      description="A code of an authenticator app, beside the password."
      actions={
        on ? (
          <>
            <ActionDialog
              label="New recovery codes"
              title="New recovery codes"
              description="The old ones stop working."
              submitLabel="Make new codes"
              action={renew}
              onDone={({ recoveryCodes }) => setCodes(recoveryCodes)}
            >
              {(fields) => <BothFactorsFields fields={fields} />}
            </ActionDialog>
            <ActionDialog
              label="Turn off"
              variant="danger"
              title="Turn the second factor off?"
              description={
                required
                  ? 'This console demands one of everybody: you will have to add another at once.'
                  : 'From then on your password alone signs you in.'
              }
              submitLabel="Turn off"
              submitVariant="danger"
              action={disable}
            >
              {(fields) => <BothFactorsFields fields={fields} />}
            </ActionDialog>
          </>
        ) : (
          <ButtonLink href="/account/second-factor" icon="shield-check">
            Add a second factor
          </ButtonLink>
        )
      }
    >
      <div className="grid gap-3 text-sm">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <StatusBadge tone={on ? 'green' : 'grey'} icon={on ? 'shield-check' : 'circle-minus'}>
            {on ? 'On' : 'Off'}
          </StatusBadge>
          {on ? (
            <span className="text-ink-muted">
              since {since}; {codesLeft} of 10 recovery codes left
            </span>
          ) : (
            <span className="text-ink-muted">Your password alone signs you in.</span>
          )}
        </p>
        {on && codesLeft < few ? (
          <Notice tone="amber" title={codesLeft === 0 ? 'No recovery code is left.' : 'Few recovery codes are left.'}>
            Make new ones: without the app and without a code you can't sign in.
          </Notice>
        ) : null}
      </div>
      <Dialog open={codes !== null} onClose={() => setCodes(null)} title="Your new recovery codes">
        <RecoveryCodeList codes={codes ?? []} email={email} />
        <div className="mt-4 flex justify-end">
          <Button variant="primary" onClick={() => location.reload()}>
            I have kept them
          </Button>
        </div>
      </Dialog>
    </Card>
  );
}
