'use client';

import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/actions/result';

/** Makes a change set that brings the working copy to a deployment, and opens it. */
export function RestoreButton({
  deploymentId,
  label = 'Restore as a change set',
  action,
}: {
  deploymentId: string;
  label?: string;
  action: (previous: null, input: { deploymentId: string }) => Promise<ActionResult<{ number: number }>>;
}) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const restore = () =>
    startTransition(async () => {
      const answer = await action(null, { deploymentId }).catch(() => ({
        ok: false as const,
        message: 'The console could not be reached.',
      }));
      toast({ tone: answer.ok ? 'success' : 'error', message: answer.message });
      if (answer.ok) router.push(`/changes/${answer.data.number}`);
    });
  return (
    <Button size="sm" pending={pending} onClick={restore}>
      {label}
    </Button>
  );
}
