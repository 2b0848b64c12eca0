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

/** Fixes what is in our own zone. A record that Gatehouse didn't make goes only after it was named and confirmed. */
export function ApplyFix({ domainId, finding, fixIt, action }: Props) {
  const { refresh } = useLive();
  const [open, setOpen] = useState(false);
  const [result, setResult] = useState<ActionResult<undefined> | null>(null);
  const [pending, startTransition] = useTransition();
  const removes = fixIt.kind === 'remove-record';
  const apply = () =>
    startTransition(async () => {
      const confirmed = removes ? fixIt.shown : '';
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
  if (!removes) {
    return (
      <div className="grid justify-items-start gap-2">
        <FormMessage result={result} />
        <Button size="sm" icon="wrench" pending={pending} onClick={apply}>
          Let Gatehouse repair it now
        </Button>
      </div>
    );
  }
  return (
    <div>
      <Button size="sm" icon="wrench" onClick={() => setOpen(true)}>
        Remove the {fixIt.type} record …
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={`Remove the ${fixIt.type} record of ${fixIt.name}`}
        description="Gatehouse didn't make it. Whatever it serves stops with it."
        size="sm"
      >
        <div className="grid gap-4 text-sm">
          <p className="wrap-anywhere">
            <code>
              {fixIt.name} {fixIt.shown}
            </code>{' '}
            in our zone <code>{fixIt.zoneId}</code>
          </p>
          <FormMessage result={result} />
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Keep it</Button>
            <Button variant="danger" icon="trash" pending={pending} onClick={apply}>
              Remove the record
            </Button>
          </div>
        </div>
      </Dialog>
    </div>
  );
}
