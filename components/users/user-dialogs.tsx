'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ActionDialog } from '@/components/forms/action-dialog';
import type { IconName } from '@/components/ui/icon-shapes';
import type { ActionResult } from '@/lib/actions/result';
import { AccessFields, type AccessOptions, type AccessValues } from './access-fields';
import { ShownOnce } from './shown-once';

type Call<Data = unknown> = (previous: null, form: FormData) => Promise<ActionResult<Data>>;

/** Gives somebody another role or other limits. */
export function AccessDialog({
  id,
  name,
  initial,
  options,
  roleNote,
  action,
}: {
  id: string;
  name: string;
  initial: AccessValues;
  options: AccessOptions;
  roleNote: string | null;
  action: Call;
}) {
  return (
    <ActionDialog
      label="Change"
      icon="pencil"
      dialogSize="lg"
      title={`Role and limits of ${name}`}
      description="Their sessions end: they sign in again."
      submitLabel="Save"
      action={action}
    >
      {(fields) => (
        <>
          <input type="hidden" name="id" value={id} />
          <AccessFields initial={initial} options={options} fields={fields} roleNote={roleNote} />
        </>
      )}
    </ActionDialog>
  );
}

/** Asks once more, then does something to an account. */
export function ConfirmUser({
  id,
  label,
  icon,
  danger = false,
  title,
  description,
  action,
}: {
  id: string;
  label: string;
  icon: IconName;
  danger?: boolean;
  title: string;
  description: string;
  action: Call;
}) {
  return (
    <ActionDialog
      label={label}
      icon={icon}
      variant={danger ? 'danger' : 'secondary'}
      dialogSize="sm"
      title={title}
      description={description}
      submitLabel={label}
      submitVariant={danger ? 'danger' : 'primary'}
      action={action}
    >
      {() => <input type="hidden" name="id" value={id} />}
    </ActionDialog>
  );
}

interface OneTimePassword {
  email: string;
  password: string;
  secondFactorLeft: boolean;
}

/** Sets a password for one sign-in, and shows it once. */
export function OneTimePasswordDialog({
  id,
  name,
  action,
}: {
  id: string;
  name: string;
  action: Call<OneTimePassword>;
}) {
  const router = useRouter();
  const [made, setMade] = useState<OneTimePassword | null>(null);
  return (
    <>
      <ActionDialog
        label="Set one-time password"
        icon="key-round"
        dialogSize="sm"
        title={`A one-time password for ${name}?`}
        description="Their password stops working and their sessions end. With the new one they choose their own."
        submitLabel="Set it"
        action={action}
        onDone={setMade}
      >
        {() => <input type="hidden" name="id" value={id} />}
      </ActionDialog>
      {made ? (
        <ShownOnce
          title={`One-time password for ${made.email}`}
          description="Hand it on. It is not shown again."
          what="the one-time password"
          value={made.password}
          onClose={() => {
            setMade(null);
            router.refresh();
          }}
        >
          {made.secondFactorLeft ? (
            <p className="text-ink-muted text-sm">They still need their second factor.</p>
          ) : null}
        </ShownOnce>
      ) : null}
    </>
  );
}
