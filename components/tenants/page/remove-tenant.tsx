'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useState, useTransition } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/actions/result';

export type RemoveTenantAction = (
  previous: null,
  input: { slug: string; confirmSlug: string },
) => Promise<ActionResult<{ gone: boolean }>>;

/** Asks for the slug once more, then asks for the tenant's removal. `children` say what goes, in which order, and what stays. */
export function RemoveTenant({
  slug,
  name,
  action,
  children,
}: {
  slug: string;
  name: string;
  action: RemoveTenantAction;
  children: ReactNode;
}) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [result, setResult] = useState<ActionResult<{ gone: boolean }> | null>(null);
  const [pending, startTransition] = useTransition();

  function remove(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    startTransition(async () => {
      const answer = await action(null, { slug, confirmSlug: typed }).catch(() => ({
        ok: false as const,
        message: 'The console could not be reached.',
        fix: 'Try again; asking twice does no harm.',
      }));
      setResult(answer);
      if (!answer.ok) return;
      toast({ tone: 'success', message: answer.message });
      setOpen(false);
      if (answer.data.gone) router.push('/tenants');
      else router.refresh();
    });
  }

  return (
    <>
      <Button
        variant="danger"
        icon="trash"
        onClick={() => {
          setTyped('');
          setResult(null);
          setOpen(true);
        }}
      >
        Remove tenant
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={`Remove ${name}`}
        description="Its traffic stops within seconds. This can't be undone."
      >
        <form onSubmit={remove} noValidate className="grid gap-4">
          {children}
          <FormMessage result={result} />
          <Field
            name="confirmSlug"
            label={
              <span>
                Type <code>{slug}</code> to confirm
              </span>
            }
            error={result !== null && !result.ok ? result.fields?.confirmSlug : null}
          >
            {(control) => (
              <Input
                {...control}
                mono
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
                autoComplete="off"
                spellCheck={false}
              />
            )}
          </Field>
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button type="submit" variant="danger" pending={pending}>
              Remove tenant
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
