'use client';

import { ActionDialog } from '@/components/forms/action-dialog';
import { Field } from '@/components/ui/field';
import { Input, Textarea } from '@/components/ui/input';
import type { ActionResult } from '@/lib/actions/result';

type FormDataAction<Data = unknown> = (previous: null, form: FormData) => Promise<ActionResult<Data>>;

/** Renames a change set. */
export function RenameDialog({
  number,
  name,
  description,
  action,
}: {
  number: number;
  name: string;
  description: string | null;
  action: FormDataAction;
}) {
  return (
    <ActionDialog label="Rename" icon="pencil" title={`Change set #${number}`} submitLabel="Save" action={action}>
      {(fields) => (
        <>
          <input type="hidden" name="number" value={number} />
          <NameFields fields={fields} name={name} description={description ?? ''} />
        </>
      )}
    </ActionDialog>
  );
}

/** Throws a draft away. */
export function DiscardDialog({
  number,
  version,
  edits,
  action,
}: {
  number: number;
  version: number;
  edits: number;
  action: FormDataAction;
}) {
  return (
    <ActionDialog
      label="Discard"
      icon="trash"
      variant="danger"
      size="md"
      dialogSize="sm"
      title={`Discard change set #${number}?`}
      description={`${edits === 1 ? 'Its edit is' : `Its ${edits} edits are`} thrown away. The gateway is not touched.`}
      submitLabel="Discard"
      submitVariant="danger"
      action={action}
    >
      {() => (
        <>
          <input type="hidden" name="number" value={number} />
          <input type="hidden" name="version" value={version} />
        </>
      )}
    </ActionDialog>
  );
}

function NameFields({
  fields,
  name,
  description,
}: {
  fields: Record<string, string>;
  name: string;
  description: string;
}) {
  return (
    <>
      <Field name="name" label="Name" error={fields.name}>
        {(control) => <Input {...control} defaultValue={name} maxLength={120} autoComplete="off" />}
      </Field>
      <Field name="description" label="Description" optional error={fields.description}>
        {(control) => <Textarea {...control} defaultValue={description} rows={3} maxLength={2000} />}
      </Field>
    </>
  );
}
