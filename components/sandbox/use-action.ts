'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/actions/result';

/** Time that passed twice can't be taken back. */
const unreachable = {
  ok: false as const,
  message: 'The console could not be reached.',
  fix: 'Look whether it happened before you try again: the answer may have been lost on its way back.',
};

/** Calls an action from a button or a form: says what it did, or keeps the refusal; the page is read anew after success. */
export function useAction() {
  const router = useRouter();
  const [result, setResult] = useState<ActionResult | null>(null);
  const [pending, startTransition] = useTransition();
  const run = (call: () => Promise<ActionResult>) =>
    startTransition(async () => {
      const answer = await call().catch(() => unreachable);
      setResult(answer);
      if (!answer.ok) return;
      toast({ tone: 'success', message: answer.message });
      router.refresh();
    });
  return { result, pending, run };
}
