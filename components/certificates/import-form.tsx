'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState, useTransition } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/actions/result';
import type { PemKind } from '@/lib/certificates/import/read-pem-file';
import { PemField } from './pem-field';
import { TenantField, type TenantOption } from './tenant-field';

interface Props {
  /** Imported certificates whose place it can take. */
  imported: { arn: string; title: string }[];
  /** ARN chosen at first. */
  replaces: string;
  tenants: TenantOption[];
  action: (previous: null, form: FormData) => Promise<ActionResult<{ id: string }>>;
}

const unreachable = {
  ok: false as const,
  message: 'The console could not be reached.',
  fix: 'Look at the list of certificates before you try again: the answer may have been lost on its way back.',
};

/** Imports a certificate of one's own. The key is cleared from the form with every answer. */
export function ImportForm({ imported, replaces, tenants, action }: Props) {
  const router = useRouter();
  const certificate = useRef<HTMLTextAreaElement>(null);
  const key = useRef<HTMLTextAreaElement>(null);
  const chain = useRef<HTMLTextAreaElement>(null);
  const [files, setFiles] = useState<Partial<Record<PemKind, string>>>({});
  const [target, setTarget] = useState(replaces);
  const [result, setResult] = useState<ActionResult<{ id: string }> | null>(null);
  const [pending, startTransition] = useTransition();
  const fields: Record<string, string | undefined> = {
    ...(result !== null && !result.ok ? result.fields : {}),
    ...files,
  };
  const noteFile = (field: PemKind) => (fault: string | null) =>
    setFiles(({ [field]: _, ...others }) => (fault === null ? others : { ...others, [field]: fault }));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    setFiles({});
    startTransition(async () => {
      const answer = await action(null, form).catch(() => unreachable);
      if (key.current) key.current.value = '';
      setResult(answer);
      if (!answer.ok) return;
      element.reset();
      toast({ tone: 'success', message: answer.message });
      router.push(`/certificates/${answer.data.id}`);
    });
  }

  return (
    <form onSubmit={submit} noValidate autoComplete="off" className="grid max-w-2xl gap-5">
      {imported.length > 0 ? (
        <Field
          name="replaces"
          label="Import it as"
          hint="In the place of another one, everything that uses that one serves this one at once, without a gap."
          error={fields.replaces}
        >
          {(control) => (
            <Select {...control} value={target} onChange={(event) => setTarget(event.target.value)}>
              <option value="">A new certificate</option>
              {imported.map(({ arn, title }) => (
                <option key={arn} value={arn}>
                  Successor of {title}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : null}
      <PemField
        ref={certificate}
        onFile={noteFile('certificate')}
        name="certificate"
        label="Certificate"
        hint="The certificate of the server alone, in PEM format."
        error={fields.certificate}
        begin="-----BEGIN CERTIFICATE-----"
      />
      <PemField
        ref={key}
        onFile={noteFile('privateKey')}
        name="privateKey"
        label="Private key"
        hint="Without passphrase. It goes to ACM and is kept nowhere here; after every answer this field is empty again."
        error={fields.privateKey}
        begin="-----BEGIN PRIVATE KEY-----"
      />
      <PemField
        ref={chain}
        onFile={noteFile('chain')}
        name="chain"
        label="Chain"
        optional
        hint="Who signed it, then who signed that, without the root at the end. Empty only where it has signed itself."
        error={fields.chain}
        begin="-----BEGIN CERTIFICATE-----"
      />
      {fields.trustAuthority ? (
        <label className="flex items-start gap-2 text-sm">
          <input type="checkbox" name="trustAuthority" className="mt-[3px] size-4 shrink-0 accent-accent" />
          <span>
            Our clients trust its authority, though browsers do not
            <span className="block text-ink-muted text-xs">{fields.trustAuthority}</span>
          </span>
        </label>
      ) : null}
      {target === '' ? <TenantField tenants={tenants} error={fields.tenantSlug} /> : null}
      <FormMessage result={result} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" pending={pending}>
          Import certificate
        </Button>
        <ButtonLink href="/certificates" variant="ghost">
          Cancel
        </ButtonLink>
      </div>
    </form>
  );
}
