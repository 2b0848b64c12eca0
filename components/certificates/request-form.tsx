'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useTransition } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/actions/result';
import { defaultNames, parseNames } from '@/lib/certificates/parse-names';
import { zoneOf } from '@/lib/certificates/zone-of';
import type { RequestableKeyAlgorithm } from '@/lib/inventory/model';
import { NamesPreview } from './names-preview';
import { TenantField, type TenantOption } from './tenant-field';

const algorithmWords: Record<RequestableKeyAlgorithm, string> = {
  RSA_2048: 'RSA 2048, every client takes it',
  EC_prime256v1: 'ECDSA P-256, faster handshakes',
  EC_secp384r1: 'ECDSA P-384',
};

interface Props {
  /** Names to begin with, one a line. */
  names: string;
  zones: { name: string; private: boolean }[];
  tenants: TenantOption[];
  action: (previous: null, form: FormData) => Promise<ActionResult<{ id: string }>>;
}

const unreachable = {
  ok: false as const,
  message: 'The console could not be reached.',
  fix: 'Try again; the same form requests one certificate only.',
};

/** Requests a certificate for several names; says of each name what ACM would, while it is typed. */
export function RequestForm({ names, zones, tenants, action }: Props) {
  const router = useRouter();
  const [text, setText] = useState(names);
  // Crypto is there in secure contexts only, which localhost is.
  const [submissionId] = useState(() => crypto.randomUUID());
  const [result, setResult] = useState<ActionResult<{ id: string }> | null>(null);
  const [pending, startTransition] = useTransition();
  const parsed = parseNames(text);
  const good = parsed.flatMap(({ ascii, fault }) => (ascii !== null && fault === null ? [ascii] : []));
  const ours = good.filter((name) => zoneOf(name.replace(/^\*\./, ''), zones) !== null);
  const fields = result !== null && !result.ok ? (result.fields ?? {}) : {};

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(async () => {
      const answer = await action(null, form).catch(() => unreachable);
      setResult(answer);
      if (!answer.ok) return;
      toast({ tone: 'success', message: answer.message });
      router.push(`/certificates/${answer.data.id}`);
    });
  }

  return (
    <form onSubmit={submit} noValidate className="grid max-w-2xl gap-5">
      <input type="hidden" name="submissionId" value={submissionId} />
      <div className="grid gap-2">
        <Field
          name="names"
          label="Names"
          hint={`One a line, the first becomes the common name. *.example.com covers one level. AWS allows ${defaultNames} names unless your account's quota is higher.`}
          error={fields.names}
        >
          {(control) => (
            <Textarea
              {...control}
              rows={5}
              value={text}
              onChange={(event) => setText(event.target.value)}
              className="font-mono"
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
              placeholder={'shop.example.com\n*.shop.example.com'}
            />
          )}
        </Field>
        <NamesPreview names={parsed} />
      </div>
      <Field name="keyAlgorithm" label="Key" error={fields.keyAlgorithm}>
        {(control) => (
          <Select {...control} defaultValue="RSA_2048" className="max-w-sm">
            {Object.entries(algorithmWords).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <TenantField tenants={tenants} error={fields.tenantSlug} />
      {ours.length > 0 ? (
        <label className="flex items-start gap-2 text-sm">
          <input type="checkbox" name="publish" defaultChecked className="mt-[3px] size-4 shrink-0 accent-accent" />
          <span>
            Publish the validation records in our zones at once
            <span className="block text-ink-muted text-xs">
              {ours.length === good.length ? 'All of these names are' : `${ours.length} of ${good.length} names are`} in
              zones of ours. Records that are there already stay.
            </span>
          </span>
        </label>
      ) : null}
      <FormMessage result={result} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" pending={pending}>
          Request certificate
        </Button>
        <ButtonLink href="/certificates" variant="ghost">
          Cancel
        </ButtonLink>
      </div>
    </form>
  );
}
