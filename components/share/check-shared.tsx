'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import type { ActionResult } from '@/lib/actions/result';

export type CheckShared = (
  previous: null,
  input: { token: string; domainId: string },
) => Promise<ActionResult<{ hostname: string }>>;

/** Looks at once rather than at the next turn; says what came of the click beside itself. */
export function CheckSharedButton({
  token,
  domainId,
  hostname,
  action,
}: {
  token: string;
  domainId: string;
  hostname: string;
  action: CheckShared;
}) {
  const router = useRouter();
  const [said, setSaid] = useState('');
  const [pending, start] = useTransition();
  const check = () =>
    start(async () => {
      const result = await action(null, { token, domainId }).catch(() => null);
      setSaid(result === null ? 'The page could not reach its server.' : result.message);
      router.refresh();
    });
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button icon="refresh-cw" pending={pending} onClick={check} aria-label={`Check now: ${hostname}`}>
        Check now
      </Button>
      <span role="status" className="text-ink-muted text-sm empty:hidden">
        {said}
      </span>
    </div>
  );
}
