'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/actions/result';
import type { Edit } from '@/lib/gateway/edits';
import type { CurrentDraft, EditActions, Saved } from './actions';

const unreachable = {
  ok: false as const,
  message: 'The console could not be reached.',
  fix: 'Nothing you typed is lost. Check your connection and try again; saving twice does no harm.',
};

/**
 * Saves edits to the current draft and offers to take them back. `result` is the last answer: its refusal belongs beside
 * what was typed.
 */
export function useSaveEdits(actions: EditActions | null, draft: CurrentDraft | null) {
  const router = useRouter();
  const [result, setResult] = useState<ActionResult<Saved> | null>(null);
  const [pending, startTransition] = useTransition();

  async function undo({ number, version, previousVersion }: Saved) {
    if (actions === null) return;
    const answer = await actions.undo(null, { number, version, to: previousVersion }).catch(() => unreachable);
    toast({ tone: answer.ok ? 'success' : 'error', message: answer.message });
    router.refresh();
  }

  function save(edits: Edit[], summary: string, then?: (saved: Saved) => void, refused?: () => void): void {
    if (actions === null) return;
    startTransition(async () => {
      const input = { number: draft?.number ?? null, version: draft?.version ?? null, edits, summary };
      const answer = await actions.save(null, input).catch(() => unreachable);
      setResult(answer);
      if (!answer.ok) {
        refused?.();
        return;
      }
      const saved = answer.data;
      toast(
        saved.previousVersion === null
          ? { tone: 'success', message: `#${saved.number} says the same already.` }
          : {
              tone: 'success',
              message: `Saved to #${saved.number}.`,
              action: { label: 'Undo', onClick: () => void undo(saved) },
            },
      );
      then?.(saved);
      router.refresh();
    });
  }

  return { save, pending, result, forget: () => setResult(null) };
}
