'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useTransition } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useAction } from '@/components/sandbox/use-action';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { Field } from '@/components/ui/field';
import { formatAbsoluteTime } from '@/components/ui/format-relative-time';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/actions/result';
import type { AuditState } from '@/lib/audit/state';

type Made = { secret: string | null };

/** Where the rows are streamed to, how far that is, and its secret, which is shown once. */
export function WebhookCard({
  webhook,
  save,
  renew,
  test,
}: {
  webhook: AuditState['webhook'];
  save: (previous: null, form: FormData) => Promise<ActionResult<Made>>;
  renew: (previous: null, input: undefined) => Promise<ActionResult<{ secret: string }>>;
  test: (previous: null, input: undefined) => Promise<ActionResult>;
}) {
  const router = useRouter();
  const tested = useAction();
  const [secret, setSecret] = useState<string | null>(null);
  const [result, setResult] = useState<ActionResult<Made> | null>(null);
  const [pending, start] = useTransition();
  const refused = result !== null && !result.ok ? result : null;

  const take = (call: () => Promise<ActionResult<Made>>) =>
    start(async () => {
      const answer = await call();
      setResult(answer);
      if (!answer.ok) return;
      if (answer.data.secret !== null) setSecret(answer.data.secret);
      toast({ tone: 'success', message: answer.message });
      router.refresh();
    });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    take(() => save(null, form));
  }

  return (
    <Card
      title="Webhook"
      description="Every row from now on is posted to this address as JSON, signed, in order, at least once."
    >
      <div className="grid gap-4">
        {secret ? (
          <Notice tone="amber" title="The secret is shown only now" live>
            <span className="inline-flex items-start gap-1">
              <code className="select-all break-all text-ink">{secret}</code>
              <CopyButton value={secret} label="the secret" />
            </span>
            <p>Give it to the receiver: with it, it checks the header Gatehouse-Signature.</p>
          </Notice>
        ) : null}
        <form onSubmit={submit} noValidate className="grid gap-4">
          <Field name="url" label="Address" error={refused?.fields?.url}>
            {(control) => (
              <Input
                {...control}
                type="url"
                defaultValue={webhook?.url ?? ''}
                placeholder="https://siem.example.com/gatehouse"
              />
            )}
          </Field>
          <label className="flex items-center gap-2 text-sm">
            <input
              type="checkbox"
              name="enabled"
              value="on"
              defaultChecked={webhook?.enabled ?? true}
              className="size-4 accent-accent"
            />
            Send
          </label>
          {refused?.fields?.url ? null : <FormMessage result={result} />}
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary" pending={pending}>
              Save
            </Button>
            {webhook ? (
              <>
                <Button icon="play" pending={tested.pending} onClick={() => tested.run(() => test(null, undefined))}>
                  Send a test
                </Button>
                <Button icon="key-round" pending={pending} onClick={() => take(() => renew(null, undefined))}>
                  New secret
                </Button>
              </>
            ) : null}
          </div>
        </form>
        <FormMessage result={tested.result} />
        {webhook ? <Delivery webhook={webhook} /> : null}
      </div>
    </Card>
  );
}

function Delivery({ webhook }: { webhook: NonNullable<AuditState['webhook']> }) {
  const { enabled, behind, deliveredAt, error, fix, failures, nextTryAt } = webhook;
  const waiting =
    behind === 0 ? 'Everything was delivered.' : `${behind.toLocaleString('en')} rows are still to be delivered.`;
  if (!enabled) return <p className="text-ink-muted text-xs">Off. {waiting} They are sent when it is on again.</p>;
  if (error) {
    return (
      <Notice tone="red" title={error}>
        {fix} {failures === 1 ? 'One try' : `${failures} tries`} failed; {waiting}{' '}
        {nextTryAt ? `The next try is at ${formatAbsoluteTime(new Date(nextTryAt))}.` : ''}
      </Notice>
    );
  }
  return (
    <p className="text-ink-muted text-xs">
      {waiting} {deliveredAt ? `Last delivery ${formatAbsoluteTime(new Date(deliveredAt))}.` : ''}
    </p>
  );
}
