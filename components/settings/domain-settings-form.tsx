'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useTransition } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/actions/result';
import type { DomainSettings } from '@/lib/domains/settings/schemas';

interface Props {
  settings: DomainSettings;
  /** Our public zones. */
  zones: { id: string; name: string }[];
  /** Who e-mails are from; null: no mail server is set. */
  mailFrom: string | null;
  action: (previous: null, form: FormData) => Promise<ActionResult>;
}

/** Stable names of customers' domains, and reminders. */
export function DomainSettingsForm({ settings, zones, mailFrom, action }: Props) {
  const router = useRouter();
  const [zoneId, setZoneId] = useState(settings.edgeZoneId);
  const [label, setLabel] = useState(settings.edgeLabel);
  const [result, setResult] = useState<ActionResult | null>(null);
  const [pending, start] = useTransition();
  const fields = result !== null && !result.ok ? (result.fields ?? {}) : {};
  const zone = zones.find(({ id }) => id === zoneId);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    start(async () => {
      const answer = await action(null, form).catch(() => ({
        ok: false as const,
        message: 'The console could not be reached.',
        fix: 'Try again; nothing you typed is lost.',
      }));
      setResult(answer);
      if (!answer.ok) return;
      toast({ tone: 'success', message: answer.message });
      router.refresh();
    });
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      <fieldset className="grid gap-4">
        <legend className="mb-3 font-semibold text-sm">Stable names</legend>
        <p className="text-ink-muted text-sm">
          A customer's own domain leads to a name in a zone of ours, which Gatehouse leads on to the gateway. So all
          records can be told on the first day, before AWS names the target, and the customer's record stays right when
          that changes.
        </p>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="edgeZoneId" label="Zone" error={fields.edgeZoneId}>
            {(control) => (
              <Select {...control} value={zoneId} onChange={(event) => setZoneId(event.target.value)}>
                <option value="">None: records lead to the gateway's own name</option>
                {zones.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field name="edgeLabel" label="Label" error={fields.edgeLabel}>
            {(control) => (
              <Input
                {...control}
                mono
                value={label}
                onChange={(event) => setLabel(event.target.value)}
                maxLength={63}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
              />
            )}
          </Field>
        </div>
        <p className="text-ink-muted text-xs">
          {zone === undefined ? (
            'New domains of customers get no stable name. The ones that have one keep it.'
          ) : (
            <>
              The tenant acme gets <code className="break-name text-ink">{`acme.${label || '…'}.${zone.name}`}</code>,
              its second domain <code className="break-name text-ink">{`acme-2.${label || '…'}.${zone.name}`}</code>.
              Existing domains keep what they have.
            </>
          )}
        </p>
      </fieldset>
      <fieldset className="grid gap-2 border-line border-t pt-4">
        <legend className="sr-only">Reminders</legend>
        <p className="font-semibold text-sm">Reminders</p>
        <label className="flex items-start gap-2 text-sm">
          <input
            type="checkbox"
            name="reminders"
            value="on"
            defaultChecked={settings.reminders && mailFrom !== null}
            disabled={mailFrom === null}
            className="mt-0.5 size-4 accent-accent"
          />
          <span>
            Remind tenants by e-mail while a domain waits for them
            <span className="block text-ink-muted text-xs">
              After 1 and 3 days and then each week, and 24 and 6 hours before ACM ends the request; at most one a day,
              to the tenant's contact, with the link to its page.
            </span>
          </span>
        </label>
        <p className="text-ink-muted text-xs">
          {mailFrom === null
            ? 'No mail server is set: set GATEHOUSE_SMTP_URL and GATEHOUSE_MAIL_FROM and start the console again.'
            : `E-mails are from ${mailFrom}.`}
        </p>
      </fieldset>
      <FormMessage result={result !== null && !result.ok && result.fields ? null : result} />
      <Button type="submit" variant="primary" pending={pending} className="justify-self-start">
        Save
      </Button>
    </form>
  );
}
