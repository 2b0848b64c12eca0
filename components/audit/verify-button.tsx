'use client';

import { FormMessage } from '@/components/forms/form-message';
import { useAction } from '@/components/sandbox/use-action';
import { Button } from '@/components/ui/button';
import type { ActionResult } from '@/lib/actions/result';

export function VerifyButton({
  action,
  busy,
}: {
  action: (previous: null, input: undefined) => Promise<ActionResult>;
  busy: boolean;
}) {
  const { result, pending, run } = useAction();
  return (
    <div className="grid justify-items-end gap-2">
      <Button
        size="sm"
        icon="shield-check"
        pending={pending || busy}
        onClick={() => run(() => action(null, undefined))}
      >
        {busy ? 'Being verified' : 'Verify now'}
      </Button>
      <FormMessage result={result} />
    </div>
  );
}
