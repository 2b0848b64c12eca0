'use client';

import { useRouter } from 'next/navigation';
import { ActionDialog } from '@/components/forms/action-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { ActionResult } from '@/lib/actions/result';

/** Makes a stage that serves one of the deployments. */
export function CreateStageDialog({
  deployments,
  action,
}: {
  /** Newest first. */
  deployments: { id: string; title: string }[];
  action: (previous: null, form: FormData) => Promise<ActionResult<{ name: string }>>;
}) {
  const router = useRouter();
  return (
    <ActionDialog
      label="Create stage"
      icon="plus"
      disabled={deployments.length === 0}
      title="Create a stage"
      description="A stage serves one deployment under its own name; mappings of tenants' domains lead to it."
      submitLabel="Create stage"
      action={action}
      onDone={({ name }) => router.push(`/deployments?stage=${encodeURIComponent(name)}`)}
    >
      {(fields) => (
        <>
          <Field
            name="name"
            label="Name"
            hint="Letters, digits, hyphens and underscores. Stands in the address of the gateway itself."
            error={fields.name}
          >
            {(control) => <Input {...control} mono maxLength={128} autoComplete="off" spellCheck={false} />}
          </Field>
          <Field name="deploymentId" label="Serves" error={fields.deploymentId}>
            {(control) => (
              <Select {...control}>
                {deployments.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field name="description" label="Description" optional error={fields.description}>
            {(control) => <Input {...control} maxLength={1024} />}
          </Field>
        </>
      )}
    </ActionDialog>
  );
}
