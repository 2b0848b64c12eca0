'use client';

import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { Button } from '@/components/ui/button';
import type { ButtonSize, ButtonVariant } from '@/components/ui/button-class';
import type { IconName } from '@/components/ui/icon-shapes';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/actions/result';

/** A button that calls an action at once, says how it went, and has the page read anew. */
export function CallButton<Input>({
  label,
  accessibleLabel,
  icon,
  variant = 'secondary',
  size = 'md',
  input,
  action,
}: {
  label: string;
  /** Tells buttons of the same text apart; begins with the text. */
  accessibleLabel?: string;
  icon?: IconName;
  variant?: ButtonVariant;
  size?: ButtonSize;
  input: Input;
  action: (previous: null, input: Input) => Promise<ActionResult<unknown>>;
}) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const call = () =>
    startTransition(async () => {
      const answer = await action(null, input).catch(() => ({
        ok: false as const,
        message: 'The console could not be reached.',
      }));
      const message = !answer.ok && 'fix' in answer && answer.fix ? `${answer.message} ${answer.fix}` : answer.message;
      toast({ tone: answer.ok ? 'success' : 'error', message });
      router.refresh();
    });
  return (
    <Button icon={icon} variant={variant} size={size} pending={pending} aria-label={accessibleLabel} onClick={call}>
      {label}
    </Button>
  );
}
