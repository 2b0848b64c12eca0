'use client';

import Link from 'next/link';
import { type FormEvent, useState, useTransition } from 'react';
import { explainHref } from '@/components/explain/explain-href';
import { FormMessage } from '@/components/forms/form-message';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { AffixInput, Textarea } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { textLinkClass } from '@/components/ui/text-link';
import type { ActionResult } from '@/lib/actions/result';
import type { TryResult } from '@/lib/dns/try-request';
import type { TryRequestInput } from '@/lib/tenants/schemas';
import { useLive } from './tenant-live';
import { TryAnswer } from './try-answer';

type TryRequestAction = (previous: null, input: TryRequestInput) => Promise<ActionResult<TryResult>>;

interface Props {
  domainId: string;
  hostname: string;
  /** A path that the gateway has a route for. */
  path: string;
  methods: readonly TryRequestInput['method'][];
  /** From the page, which may send; the server decides in any case. */
  action: TryRequestAction;
}

const withBody = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** Sends one real request to the domain and shows both sides. */
export function TryIt({ domainId, hostname, path, methods, action }: Props) {
  const [method, setMethod] = useState<TryRequestInput['method']>('GET');
  const [typed, setTyped] = useState(path);
  const [result, setResult] = useState<ActionResult<TryResult> | null>(null);
  const [pending, startTransition] = useTransition();
  const { refresh } = useLive();
  const fields = result !== null && !result.ok ? (result.fields ?? {}) : {};

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? '');
    startTransition(async () => {
      const input = { domainId, method, path: text('path'), body: text('body') };
      setResult(
        await action(null, input).catch(() => ({
          ok: false as const,
          message: 'The console could not be reached.',
          fix: 'Try again.',
        })),
      );
      // It stands in the activity now.
      refresh();
    });
  }

  return (
    // The place for the answer is there before the answer, so that it is announced; it takes room only then.
    <div className="[&>*+:not(:empty)]:mt-4">
      <form onSubmit={send} noValidate aria-label={`Send a request to ${hostname}`} className="grid gap-3">
        <div className="grid grid-cols-[7rem_minmax(0,1fr)] items-start gap-2 sm:grid-cols-[7rem_minmax(0,1fr)_auto]">
          <Field name="method" label="Method" error={fields.method}>
            {(control) => (
              <Select
                {...control}
                value={method}
                onChange={(event) => setMethod(methods.find((one) => one === event.target.value) ?? 'GET')}
              >
                {methods.map((one) => (
                  <option key={one}>{one}</option>
                ))}
              </Select>
            )}
          </Field>
          <Field name="path" label="Path" error={fields.path}>
            {(control) => (
              <AffixInput
                {...control}
                defaultValue={path}
                onChange={(event) => setTyped(event.target.value)}
                mono
                autoComplete="off"
                spellCheck={false}
              />
            )}
          </Field>
          <Button type="submit" variant="primary" icon="play" pending={pending} className="max-sm:col-span-2 sm:mt-6">
            Send
          </Button>
        </div>
        {withBody.includes(method) ? (
          <Field name="body" label="Body" optional error={fields.body}>
            {(control) => <Textarea {...control} className="font-mono" spellCheck={false} />}
          </Field>
        ) : null}
        <p className="text-xs">
          <Link
            href={explainHref({ method, url: `https://${hostname}${typed.trim()}` })}
            prefetch={false}
            className={textLinkClass}
          >
            Explain this request
          </Link>{' '}
          <span className="text-ink-muted">without sending it: its way, its mappings, what the back end gets</span>
        </p>
      </form>
      <FormMessage result={result} />
      <div role="status">{result?.ok ? <TryAnswer result={result.data} /> : null}</div>
    </div>
  );
}
