'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState, useTransition } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import type { ActionResult } from '@/lib/actions/result';
import type { DnsRecordRow } from '@/lib/domains/model';
import { type CustomerRecord, type CustomerRecordType, customerRecordTypes } from '@/lib/sandbox-panel/model';
import { ProviderRecords } from './provider-records';

interface ProviderActions {
  add: (
    previous: null,
    input: { tenantSlug: string; name: string; type: CustomerRecordType; value: string },
  ) => Promise<ActionResult>;
  remove: (previous: null, input: { tenantSlug: string; name: string; type: string }) => Promise<ActionResult>;
  /** Looks at the domain at once: whoever plays the customer doesn't want to wait for the next check. */
  check: () => Promise<unknown>;
}

interface Props {
  tenantSlug: string;
  hostname: string;
  /** What the tenant has to add. */
  wanted: DnsRecordRow[];
  /** What is there; null when the sandbox does not answer. */
  records: CustomerRecord[] | null;
  /** Null for viewers. */
  actions: ProviderActions | null;
}

/** The sandbox's second authority: lets one play the customer who edits records at a DNS provider of their own. */
export function ProviderPanel({ tenantSlug, hostname, wanted, records, actions }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [result, setResult] = useState<ActionResult | null>(null);
  const [pending, startTransition] = useTransition();
  const missing = wanted.filter((row) => !records?.some((record) => isThere(record, row)));

  function run(calls: (() => Promise<ActionResult>)[], done?: () => void) {
    startTransition(async () => {
      for (const call of calls) {
        const answer = await call().catch(() => ({
          ok: false as const,
          message: 'The console could not be reached.',
          fix: 'Try again.',
        }));
        setResult(answer);
        if (!answer.ok) break;
        done?.();
      }
      await actions?.check().catch(() => null);
      router.refresh();
    });
  }

  function addByHand(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const input = {
      tenantSlug,
      name: String(data.get('name')),
      type: customerRecordTypes.find((type) => type === data.get('type')) ?? 'CNAME',
      value: String(data.get('value')),
    };
    run([() => (actions as ProviderActions).add(null, input)], () => form.current?.reset());
  }

  const fields = result !== null && !result.ok ? (result.fields ?? {}) : {};
  return (
    <Card
      level={3}
      frame="dashed"
      title="Customer's DNS provider (sandbox)"
      description="Plays the customer: these records are what the public DNS answers. Only the sandbox has this panel."
    >
      <div className="grid gap-4">
        {records === null ? (
          <Notice tone="grey" title="The sandbox does not answer.">
            Its records can't be shown now.
          </Notice>
        ) : (
          <ProviderRecords
            records={records}
            pending={pending}
            onRemove={
              actions === null
                ? null
                : (record) => run([() => actions.remove(null, { tenantSlug, name: record.name, type: record.type })])
            }
          />
        )}
        <FormMessage result={result} />
        {actions === null || records === null ? null : (
          <>
            {wanted.length > 0 ? (
              <div className="flex flex-wrap items-center gap-2">
                {missing.map((row) => (
                  <Button
                    key={`${row.type} ${row.name}`}
                    size="sm"
                    icon="plus"
                    pending={pending}
                    onClick={() =>
                      run([() => actions.add(null, { tenantSlug, name: row.name, type: row.type, value: row.value })])
                    }
                  >
                    Add the {row.purpose} record
                  </Button>
                ))}
                {missing.length === 0 ? (
                  <p className="text-ink-muted text-sm">All the records listed above are there.</p>
                ) : null}
              </div>
            ) : null}
            <details>
              <summary className="w-fit rounded-sm text-ink-muted text-xs underline decoration-dotted underline-offset-2 hover:text-ink">
                Add another record by hand
              </summary>
              <form
                ref={form}
                onSubmit={addByHand}
                noValidate
                aria-label={`Add a record for ${hostname}`}
                className="mt-3 grid items-start gap-2 sm:grid-cols-[6rem_minmax(0,1fr)_minmax(0,1fr)_auto]"
              >
                <Field name="type" label="Type" error={fields.type}>
                  {(control) => (
                    <Select {...control}>
                      {customerRecordTypes.map((type) => (
                        <option key={type}>{type}</option>
                      ))}
                    </Select>
                  )}
                </Field>
                <Field name="name" label="Full name" error={fields.name}>
                  {(control) => <Input {...control} mono autoComplete="off" spellCheck={false} />}
                </Field>
                <Field name="value" label="Value" error={fields.value}>
                  {(control) => <Input {...control} mono autoComplete="off" spellCheck={false} />}
                </Field>
                <Button type="submit" icon="plus" pending={pending} className="sm:mt-6">
                  Add record
                </Button>
              </form>
            </details>
          </>
        )}
      </div>
    </Card>
  );
}

function isThere(record: CustomerRecord, row: DnsRecordRow): boolean {
  return (
    record.name === row.name &&
    record.type === row.type &&
    record.values.some((value) => value.replace(/\.$/, '') === row.value)
  );
}
