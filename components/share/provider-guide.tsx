'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { providerSteps, type StepsId } from '@/lib/dns/provider-steps';
import type { DnsRecordRow } from '@/lib/domains/model';

interface Props {
  zone: string;
  /** What was detected from the name servers. */
  detected: { id: StepsId; name: string | null };
  records: DnsRecordRow[];
}

/** How to make the records, step by step, at the provider that was detected or at another one. */
export function ProviderGuide({ zone, detected, records }: Props) {
  const [id, setId] = useState<StepsId>(detected.id);
  const steps = providerSteps[id];
  const open = records.filter(({ verdict }) => verdict !== 'ok' && verdict !== 'later');
  const shown = open.length > 0 ? open : records;
  const apex = shown.some(({ relativeName, type }) => type === 'CNAME' && relativeName === '@');
  return (
    <div className="grid gap-4">
      <div className="max-w-sm">
        <Field
          name={`provider-${zone}`}
          label="Where the DNS is kept"
          hint={
            detected.name === null
              ? `We could not tell from the name servers of ${zone}.`
              : `Detected from the name servers of ${zone}: ${detected.name}.`
          }
        >
          {(control) => (
            <Select {...control} value={id} onChange={(event) => setId(event.target.value as StepsId)}>
              {Object.entries(providerSteps).map(([key, { name }]) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <ol className="grid list-decimal gap-2 pl-5 text-sm marker:text-ink-subtle">
        {steps.open.map((step) => (
          <li key={step}>{step.replaceAll('{zone}', zone)}</li>
        ))}
        {shown.map((record) => (
          <li key={`${record.name} ${record.value}`} className="break-name">
            {record.type}: enter <code className="text-xs">{record.relativeName}</code> as “{steps.fields.name}” and{' '}
            <code className="text-xs">{record.value}</code> as “{steps.fields.value}”, then save.
          </li>
        ))}
      </ol>
      <ul className="grid list-disc gap-1 pl-5 text-ink-muted text-sm">
        {steps.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        {apex ? <li>{`For ${zone} itself: ${steps.apex}`}</li> : null}
      </ul>
    </div>
  );
}
