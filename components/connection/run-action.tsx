'use client';

import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { Button } from '@/components/ui/button';
import type { ButtonVariant } from '@/components/ui/button-class';
import type { IconName } from '@/components/ui/icon-shapes';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/actions/result';

export type PlainAction = (previous: null, input: Record<string, never>) => Promise<ActionResult>;

/** A button that runs an action without input, says what came of it, and reads the page anew. */
export function RunAction({
  label,
  icon,
  variant = 'secondary',
  action,
}: {
  label: string;
  icon: IconName;
  variant?: ButtonVariant;
  action: PlainAction;
}) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const run = () =>
    startTransition(async () => {
      const result = await action(null, {}).catch(() => null);
      if (result === null) toast({ tone: 'error', message: 'The console could not be reached.' });
      else if (result.ok) toast({ tone: 'success', message: result.message });
      else toast({ tone: 'error', message: result.fix ? `${result.message} ${result.fix}` : result.message });
      router.refresh();
    });
  return (
    <Button size="sm" variant={variant} icon={icon} pending={pending} onClick={run}>
      {label}
    </Button>
  );
}
