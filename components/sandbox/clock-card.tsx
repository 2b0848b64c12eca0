'use client';

import { FormMessage } from '@/components/forms/form-message';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { ActionResult } from '@/lib/actions/result';
import { useAction } from './use-action';

const hour = 3_600_000;
const jumps = [
  { label: '1 hour', advanceMs: hour },
  { label: '1 day', advanceMs: 24 * hour },
  { label: '72 hours', advanceMs: 72 * hour },
  { label: '30 days', advanceMs: 30 * 24 * hour },
  { label: '1 year', advanceMs: 365 * 24 * hour },
];

/** The sandbox's time, and how to let it pass. */
export function ClockCard({
  now,
  offsetMs,
  action,
}: {
  now: string;
  offsetMs: number;
  action: (previous: null, input: { advanceMs: number }) => Promise<ActionResult>;
}) {
  const { result, pending, run } = useAction();
  return (
    <Card
      title="Clock"
      description="A certificate without its record times out after 72 hours; one in use is renewed 60 days before it expires. Time only moves forward; a reset sets it back."
    >
      <div className="grid gap-3">
        <p className="text-sm">
          <time dateTime={now} className="font-medium tabular-nums">
            {now.replace('T', ' ').slice(0, 19)} UTC
          </time>
          <span className="text-ink-muted">{ahead(offsetMs)}</span>
        </p>
        <fieldset className="flex flex-wrap items-center gap-2">
          <legend className="sr-only">Let time pass</legend>
          {jumps.map(({ label, advanceMs }) => (
            <Button
              key={label}
              size="sm"
              icon="plus"
              pending={pending}
              onClick={() => run(() => action(null, { advanceMs }))}
            >
              {label}
            </Button>
          ))}
        </fieldset>
        <FormMessage result={result} />
      </div>
    </Card>
  );
}

function ahead(offsetMs: number): string {
  if (offsetMs === 0) return ", the machine's own time";
  const format = (value: number, unit: string) =>
    `, ${value.toLocaleString('en', { maximumFractionDigits: 1 })} ${unit} ahead`;
  return offsetMs < 48 * hour ? format(offsetMs / hour, 'hours') : format(offsetMs / (24 * hour), 'days');
}
