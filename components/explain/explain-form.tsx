'use client';

import type { FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { Input, Textarea } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { clientMethods } from '@/lib/explain/schemas';

export interface AskedText {
  method: string;
  url: string;
}

/**
 * What to explain. A GET form, so that the address tells all of a plain request and it works without script; headers and body have no
 * names in it and so never get into an address.
 */
export function ExplainForm({
  asked,
  headers,
  body,
  onHeaders,
  onBody,
  fields,
  hosts,
  pending,
  onAsk,
}: {
  asked: AskedText;
  /** As typed, one a line. */
  headers: string;
  body: string;
  onHeaders: (text: string) => void;
  onBody: (text: string) => void;
  /** Sentences at the fields. */
  fields: Record<string, string>;
  /** To choose from. */
  hosts: string[];
  pending: boolean;
  onAsk: (asked: AskedText) => void;
}) {
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    onAsk({ method: String(data.get('method') ?? 'GET'), url: String(data.get('url') ?? '').trim() });
  }
  const headerError = Object.entries(fields).find(([key]) => key.startsWith('headers'))?.[1];
  return (
    <form action="/explain" onSubmit={submit} noValidate aria-label="Request to explain" className="grid gap-3">
      {/* The keys make the fields follow the address when that changes by a link. */}
      <div
        key={`${asked.method} ${asked.url}`}
        className="grid items-start gap-2 sm:grid-cols-[7rem_minmax(0,1fr)_auto]"
      >
        <Field name="method" label="Method" error={fields.method}>
          {(control) => (
            <Select {...control} defaultValue={asked.method}>
              {clientMethods.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </Select>
          )}
        </Field>
        <Field name="url" label="URL" error={fields.url}>
          {(control) => (
            <>
              <Input
                {...control}
                mono
                list="explain-hosts"
                inputMode="url"
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                defaultValue={asked.url}
                placeholder="https://shop.example.com/orders/42"
              />
              <datalist id="explain-hosts">
                {hosts.map((host) => (
                  <option key={host} value={`https://${host}/`} />
                ))}
              </datalist>
            </>
          )}
        </Field>
        <Button type="submit" variant="primary" icon="scan-search" pending={pending} className="sm:mt-6">
          Explain
        </Button>
      </div>
      <details className="group" open={Boolean(headerError ?? fields.body) || undefined}>
        <summary className="inline-flex items-center gap-1 rounded-sm text-ink-muted text-sm hover:text-ink">
          <Icon
            name="chevron-right"
            className="size-4 text-ink-subtle group-open:rotate-90 motion-safe:transition-transform"
          />
          Headers and body
          {headers.trim() === '' && body === '' ? (
            <span className="text-ink-subtle text-xs">none</span>
          ) : (
            <span className="text-ink-subtle text-xs">filled in</span>
          )}
        </summary>
        <div className="mt-3 grid gap-3 md:grid-cols-2">
          <Field
            name="explain-headers"
            label="Headers"
            error={headerError}
            hint="One a line, Name: value. They stay out of the address: it can be shared."
          >
            {({ name: _name, ...control }) => (
              <Textarea
                {...control}
                rows={4}
                className="font-mono text-xs"
                spellCheck={false}
                value={headers}
                onChange={(event) => onHeaders(event.target.value)}
              />
            )}
          </Field>
          <Field name="explain-body" label="Body" optional error={fields.body}>
            {({ name: _name, ...control }) => (
              <Textarea
                {...control}
                rows={4}
                className="font-mono text-xs"
                spellCheck={false}
                value={body}
                onChange={(event) => onBody(event.target.value)}
              />
            )}
          </Field>
        </div>
      </details>
    </form>
  );
}
