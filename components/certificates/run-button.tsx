'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { Button } from '@/components/ui/button';
import type { IconName } from '@/components/ui/icon-shapes';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/actions/result';

const unreachable = {
  ok: false as const,
  message: 'The console could not be reached.',
  fix: 'Try again; asking twice does no harm.',
};

/** A button for what may be done twice without harm to a certificate. */
export function RunButton({
  arn,
  label,
  icon,
  action,
}: {
  arn: string;
  label: string;
  icon: IconName;
  action: (previous: null, input: { arn: string }) => Promise<ActionResult<unknown>>;
}) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [result, setResult] = useState<ActionResult<unknown> | null>(null);
  return (
    <>
      <Button
        icon={icon}
        pending={pending}
        onClick={() =>
          startTransition(async () => {
            const answer = await action(null, { arn }).catch(() => unreachable);
            setResult(answer);
            if (answer.ok) toast({ tone: 'success', message: answer.message });
            router.refresh();
          })
        }
      >
        {label}
      </Button>
      <FormMessage result={result} />
    </>
  );
}
