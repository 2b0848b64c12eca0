'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ActionDialog } from '@/components/forms/action-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { ActionResult } from '@/lib/actions/result';
import { AccessFields, type AccessOptions } from './access-fields';
import { ShownOnce } from './shown-once';

export interface InvitedLink {
  email: string;
  path: string;
  until: string;
}

type Invite = (previous: null, form: FormData) => Promise<ActionResult<InvitedLink>>;

/** Invites somebody; the link is shown once. */
export function InviteDialog({
  options,
  publicUrl,
  action,
}: {
  options: AccessOptions;
  /** Where people open the console; null: as this browser does. */
  publicUrl: string | null;
  action: Invite;
}) {
  const [invited, setInvited] = useState<InvitedLink | null>(null);
  return (
    <>
      <ActionDialog
        label="Invite user"
        icon="plus"
        variant="primary"
        dialogSize="lg"
        title="Invite user"
        description="You get a link to hand on. Whoever opens it chooses the password."
        submitLabel="Invite"
        action={action}
        onDone={setInvited}
      >
        {(fields) => (
          <>
            <Field name="email" label="Email" error={fields.email}>
              {(control) => <Input {...control} type="email" autoComplete="off" maxLength={254} />}
            </Field>
            <AccessFields initial={{ role: 'viewer', tenants: null, stages: null }} options={options} fields={fields} />
          </>
        )}
      </ActionDialog>
      <InvitationLink invited={invited} publicUrl={publicUrl} onClose={() => setInvited(null)} />
    </>
  );
}

/** Makes another link for somebody who has not accepted yet. */
export function ReinviteDialog({ id, publicUrl, action }: { id: string; publicUrl: string | null; action: Invite }) {
  const [invited, setInvited] = useState<InvitedLink | null>(null);
  return (
    <>
      <ActionDialog
        label="New link"
        icon="mail"
        dialogSize="sm"
        title="Make a new invitation link?"
        description="The link before is worth nothing then."
        submitLabel="Make a new link"
        action={action}
        onDone={setInvited}
      >
        {() => <input type="hidden" name="id" value={id} />}
      </ActionDialog>
      <InvitationLink invited={invited} publicUrl={publicUrl} onClose={() => setInvited(null)} />
    </>
  );
}

function InvitationLink({
  invited,
  publicUrl,
  onClose,
}: {
  invited: InvitedLink | null;
  publicUrl: string | null;
  onClose: () => void;
}) {
  const router = useRouter();
  if (invited === null) return null;
  return (
    <ShownOnce
      title={`Invitation for ${invited.email}`}
      description={`Hand this link on. It works once, until ${invited.until.slice(0, 16).replace('T', ' ')} UTC, and is not shown again.`}
      what="the invitation link"
      value={new URL(invited.path, publicUrl ?? window.location.origin).href}
      onClose={() => {
        onClose();
        router.refresh();
      }}
    />
  );
}
