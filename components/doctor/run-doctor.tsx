'use client';

import { useTransition } from 'react';
import { useLive } from '@/components/tenants/page/tenant-live';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/actions/result';

type RunDoctorAction = (previous: null, input: { domainId: string }) => Promise<ActionResult<{ live: boolean }>>;

interface Props {
  domainId: string;
  hostname: string;
  /** A report is there already. */
  again: boolean;
  action: RunDoctorAction;
}

/** Has the doctor look at a domain, which takes some seconds. */
export function RunDoctor({ domainId, hostname, again, action }: Props) {
  const { refresh } = useLive();
  const [pending, startTransition] = useTransition();
  const run = () =>
    startTransition(async () => {
      const result = await action(null, { domainId }).catch(() => null);
      if (result === null) toast({ tone: 'error', message: 'The console could not be reached.' });
      else toast({ tone: result.ok ? 'success' : 'error', message: result.message });
      refresh();
    });
  return (
    <div className="flex flex-wrap items-center gap-3">
      <span role="status" className="text-ink-muted text-xs empty:hidden">
        {pending ? 'Asking name servers, resolvers and the gateway …' : ''}
      </span>
      <Button
        size="sm"
        icon="scan-search"
        pending={pending}
        onClick={run}
        aria-label={`${again ? 'Run the doctor again' : 'Run the doctor'}: ${hostname}`}
      >
        {again ? 'Run again' : 'Run the doctor'}
      </Button>
    </div>
  );
}
