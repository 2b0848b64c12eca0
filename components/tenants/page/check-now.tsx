'use client';

import { useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/actions/result';
import { useLive } from './tenant-live';

export type CheckNowAction = (
  previous: null,
  input: { domainId: string },
) => Promise<ActionResult<{ hostname: string }>>;

/** Makes the reconciler look at once. */
export function CheckNow({
  domainId,
  hostname,
  action,
}: {
  domainId: string;
  hostname: string;
  action: CheckNowAction;
}) {
  const { refresh } = useLive();
  const [pending, startTransition] = useTransition();
  const check = () =>
    startTransition(async () => {
      const result = await action(null, { domainId }).catch(() => null);
      if (result === null) toast({ tone: 'error', message: 'The console could not be reached.' });
      else if (!result.ok) toast({ tone: 'error', message: result.message });
      refresh();
    });
  return (
    <Button size="sm" icon="refresh-cw" pending={pending} onClick={check} aria-label={`Check now: ${hostname}`}>
      Check now
    </Button>
  );
}
