'use client';

import { useRouter } from 'next/navigation';
import { ActionDialog } from '@/components/forms/action-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { ActionResult } from '@/lib/actions/result';

type CreateStageAction = (
  previous: null,
  input: { name: string; deploymentId: string | null; description: string; variables: Record<string, string> },
) => Promise<ActionResult<{ name: string }>>;

/** Makes a stage that serves one of the deployments. */
export function CreateStageDialog({
  deployments,
  action,
}: {
  /** Newest first. */
  deployments: { id: string; title: string }[];
  action: CreateStageAction;
}) {
  const router = useRouter();
  return (
    <ActionDialog
      label="Create stage"
      icon="plus"
      title="Create a stage"
      description="A stage serves one deployment under its own name; mappings of tenants' domains lead to it."
      submitLabel="Create stage"
      action={(previous, form) => {
        const text = (name: string) => String(form.get(name) ?? '');
        const deploymentId = text('deploymentId') || null;
        return action(previous, { name: text('name'), deploymentId, description: text('description'), variables: {} });
      }}
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
                <option value="">The working copy, deployed now</option>
                {deployments.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field name="description" label="Description" optional error={fields.description}>
            {(control) => <Input {...control} maxLength={300} />}
          </Field>
        </>
      )}
    </ActionDialog>
  );
}
