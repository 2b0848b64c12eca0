'use client';

import { useState } from 'react';
import { ActionDialog } from '@/components/forms/action-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { ActionResult } from '@/lib/actions/result';
import { faultKinds, faultServices } from '@/lib/sandbox-panel/model';

/** Adds a fault. Only the fields that its kind uses are shown. */
export function FaultForm({
  operations,
  action,
}: {
  operations: Record<string, string[]>;
  action: (previous: null, form: FormData) => Promise<ActionResult>;
}) {
  const [service, setService] = useState('*');
  const [kind, setKind] = useState('error');
  const names = operations[service] ?? [...new Set(Object.values(operations).flat())].sort();
  return (
    <ActionDialog
      label="Add fault"
      icon="plus"
      size="sm"
      title="Add a fault"
      description="It strikes the next calls that match, the console's own too."
      submitLabel="Add fault"
      action={action}
    >
      {(fields) => (
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <Field name="service" label="Service" error={fields.service}>
            {(control) => (
              <Select {...control} value={service} onChange={(event) => setService(event.target.value)}>
                {Object.entries(faultServices).map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field name="operation" label="Operation" optional hint="Empty: every call." error={fields.operation}>
            {(control) => (
              <>
                <Input {...control} mono list="fault-operations" autoComplete="off" spellCheck={false} />
                <datalist id="fault-operations">
                  {names.map((name) => (
                    <option key={name} value={name} />
                  ))}
                </datalist>
              </>
            )}
          </Field>
          <Field name="kind" label="What happens" error={fields.kind}>
            {(control) => (
              <Select {...control} value={kind} onChange={(event) => setKind(event.target.value)}>
                {Object.entries(faultKinds).map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field name="latencyMs" label="Late by, ms" optional error={fields.latencyMs}>
            {(control) => <Input {...control} inputMode="numeric" placeholder={kind === 'latency' ? '2000' : '0'} />}
          </Field>
          {kind === 'error' ? (
            <>
              <Field name="code" label="Error code" optional error={fields.code}>
                {(control) => <Input {...control} mono placeholder="InternalFailure" autoComplete="off" />}
              </Field>
              <Field name="message" label="Message" optional error={fields.message}>
                {(control) => <Input {...control} placeholder="Injected fault" autoComplete="off" />}
              </Field>
            </>
          ) : null}
          {kind === 'error' || kind === 'html' ? (
            <Field name="status" label="HTTP status" optional error={fields.status}>
              {(control) => <Input {...control} inputMode="numeric" placeholder="500" />}
            </Field>
          ) : null}
          <Field name="count" label="How many times" optional hint="Empty: until it is removed." error={fields.count}>
            {(control) => <Input {...control} inputMode="numeric" />}
          </Field>
          <Field
            name="probability"
            label="Chance"
            optional
            hint="Of each call, from 0 to 1."
            error={fields.probability}
          >
            {(control) => <Input {...control} inputMode="decimal" placeholder="1" />}
          </Field>
        </div>
      )}
    </ActionDialog>
  );
}
