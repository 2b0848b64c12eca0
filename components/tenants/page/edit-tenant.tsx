'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useTransition } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/actions/result';

export type UpdateTenantAction = (
  previous: null,
  input: { slug: string; name: string; contactEmail: string },
) => Promise<ActionResult>;

/** Name and contact of a tenant, in a dialog. */
export function EditTenant({
  slug,
  name,
  contactEmail,
  action,
}: {
  slug: string;
  name: string;
  contactEmail: string;
  action: UpdateTenantAction;
}) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [result, setResult] = useState<ActionResult | null>(null);
  const [pending, startTransition] = useTransition();
  const fields = result !== null && !result.ok ? (result.fields ?? {}) : {};

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    startTransition(async () => {
      const input = { slug, name: String(data.get('name')), contactEmail: String(data.get('contactEmail')) };
      const answer = await action(null, input).catch(() => ({
        ok: false as const,
        message: 'The console could not be reached.',
        fix: 'Try again; nothing you typed is lost.',
      }));
      setResult(answer);
      if (!answer.ok) return;
      toast({ tone: 'success', message: answer.message });
      setOpen(false);
      router.refresh();
    });
  }

  return (
    <>
      <Button
        icon="pencil"
        onClick={() => {
          setResult(null);
          setOpen(true);
        }}
      >
        Edit
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Edit tenant"
        description={`The slug ${slug} stays: it is written on AWS resources.`}
      >
        <form onSubmit={save} noValidate className="grid gap-4">
          <FormMessage result={result} />
          <Field name="name" label="Name" error={fields.name}>
            {(control) => <Input {...control} defaultValue={name} maxLength={200} autoComplete="organization" />}
          </Field>
          <Field name="contactEmail" label="Contact e-mail" optional error={fields.contactEmail}>
            {(control) => <Input {...control} type="email" defaultValue={contactEmail} autoComplete="off" />}
          </Field>
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button type="submit" variant="primary" pending={pending}>
              Save
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
