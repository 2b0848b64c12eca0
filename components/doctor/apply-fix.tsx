'use client';

import { useState, useTransition } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useLive } from '@/components/tenants/page/tenant-live';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/actions/result';
import type { Finding, FixIt } from '@/lib/doctor/model';

export type ApplyFixAction = (
  previous: null,
  input: { domainId: string; check: string; code: string; confirmed: string },
) => Promise<ActionResult<undefined>>;

interface Props {
  domainId: string;
  finding: Finding;
  fixIt: FixIt;
  action: ApplyFixAction;
}

/** Fixes what is in our own zone. A record that Gatehouse didn't make changes only after it was named and confirmed. */
export function ApplyFix({ domainId, finding, fixIt, action }: Props) {
  const { refresh } = useLive();
  const [open, setOpen] = useState(false);
  const [result, setResult] = useState<ActionResult<undefined> | null>(null);
  const [pending, startTransition] = useTransition();
  const apply = () =>
    startTransition(async () => {
      const confirmed = confirmedOf(fixIt);
      const input = { domainId, check: finding.check, code: finding.code, confirmed };
      const answer = await action(null, input).catch(() => ({
        ok: false as const,
        message: 'The console could not be reached.',
        fix: 'Try again; asking twice does no harm.',
      }));
      setResult(answer);
      if (answer.ok) {
        setOpen(false);
        toast({ tone: 'success', message: answer.message });
      }
      refresh();
    });
  if (fixIt.kind === 'check-now') {
    return (
      <div className="grid justify-items-start gap-2">
        <FormMessage result={result} />
        <Button size="sm" icon="wrench" pending={pending} onClick={apply}>
          Let Gatehouse repair it now
        </Button>
      </div>
    );
  }
  const removes = fixIt.kind === 'remove-record';
  return (
    <div>
      <Button size="sm" icon="wrench" onClick={() => setOpen(true)}>
        {removes ? `Remove the ${fixIt.type} record …` : 'Let Amazon issue …'}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={removes ? `Remove the ${fixIt.type} record of ${fixIt.name}` : `Let Amazon issue for ${fixIt.name}`}
        description={
          removes
            ? "Gatehouse didn't make it. Whatever it serves stops with it."
            : `It counts for ${fixIt.name} and every name below it that has no CAA records of its own.`
        }
        size="sm"
      >
        <div className="grid gap-4 text-sm">
          {removes ? (
            <p className="wrap-anywhere">
              <code>
                {fixIt.name} {fixIt.shown}
              </code>{' '}
              in our zone <code>{fixIt.zoneId}</code>
            </p>
          ) : (
            <div className="grid gap-2">
              <p className="wrap-anywhere">
                <code>{fixIt.value}</code> is added to the CAA records of <code>{fixIt.name}</code> in our zone{' '}
                <code>{fixIt.zoneId}</code>.
              </p>
              <p className="wrap-anywhere text-ink-muted">
                These stay: <code>{fixIt.shown}</code>
              </p>
            </div>
          )}
          <FormMessage result={result} />
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>{removes ? 'Keep it' : 'Cancel'}</Button>
            {removes ? (
              <Button variant="danger" icon="trash" pending={pending} onClick={apply}>
                Remove the record
              </Button>
            ) : (
              <Button variant="primary" pending={pending} onClick={apply}>
                Add the record
              </Button>
            )}
          </div>
        </div>
      </Dialog>
    </div>
  );
}

/** What the operator sees and agrees to, word for word. */
function confirmedOf(fixIt: FixIt): string {
  switch (fixIt.kind) {
    case 'remove-record':
      return fixIt.shown;
    case 'allow-amazon':
      return fixIt.value;
    case 'check-now':
      return '';
    default:
      return fixIt satisfies never;
  }
}
