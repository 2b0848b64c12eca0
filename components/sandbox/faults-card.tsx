'use client';

import { FormMessage } from '@/components/forms/form-message';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { ActionResult } from '@/lib/actions/result';
import { type Fault, type FaultKind, type FaultService, faultKinds, faultServices } from '@/lib/sandbox-panel/model';
import { FaultForm } from './fault-form';
import { useAction } from './use-action';

/** The faults that wait to strike calls, with a form for one more. */
export function FaultsCard({
  faults,
  operations,
  add,
  remove,
}: {
  faults: Fault[];
  operations: Record<string, string[]>;
  add: (previous: null, form: FormData) => Promise<ActionResult>;
  remove: (previous: null, input: { id: string }) => Promise<ActionResult>;
}) {
  const { result, pending, run } = useAction();
  return (
    <Card
      title="Faults"
      description="What AWS may do to a call, for rehearsals. They are gone after a restart of the sandbox."
      actions={<FaultForm operations={operations} action={add} />}
    >
      <div className="grid gap-3">
        {faults.length === 0 ? (
          <p className="text-ink-muted text-sm">No fault is waiting to strike.</p>
        ) : (
          <ul className="divide-y divide-line">
            {faults.map((fault) => (
              <li key={fault.id} className="flex items-center justify-between gap-3 py-2 text-sm first:pt-0 last:pb-0">
                <div className="min-w-0">
                  <p className="break-name font-medium">{callsOf(fault)}</p>
                  <p className="text-ink-muted text-xs">{wordsOf(fault)}</p>
                </div>
                <Button
                  size="sm"
                  icon="trash"
                  iconOnly
                  aria-label={`Remove: ${callsOf(fault)}, ${wordsOf(fault)}`}
                  pending={pending}
                  onClick={() => run(() => remove(null, { id: fault.id }))}
                />
              </li>
            ))}
          </ul>
        )}
        <FormMessage result={result} />
      </div>
    </Card>
  );
}

function callsOf({ service, operation }: Fault): string {
  return `${faultServices[service as FaultService] ?? service}: ${operation === '*' ? 'every call' : operation}`;
}

function wordsOf({ kind, code, status, latencyMs, count, probability }: Fault): string {
  return [
    faultKinds[kind as FaultKind] ?? kind,
    code,
    status,
    latencyMs === undefined ? null : `${latencyMs.toLocaleString('en')} ms late`,
    probability === undefined ? null : `with a chance of ${probability}`,
    count === undefined ? 'until removed' : `${count} more ${count === 1 ? 'time' : 'times'}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
