'use client';

import { useState, useTransition } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/actions/result';
import { useLive } from './tenant-live';

type RequestNewCertificateAction = (
  previous: null,
  input: { domainId: string },
) => Promise<ActionResult<{ hostname: string }>>;

interface Props {
  domainId: string;
  hostname: string;
  /** What asking comes to. */
  sentence: string;
  action: RequestNewCertificateAction;
}

/** The operator's way on where ACM has given a domain's certificate up. */
export function NewCertificate({ domainId, hostname, sentence, action }: Props) {
  const { refresh } = useLive();
  const [pending, startTransition] = useTransition();
  const [result, setResult] = useState<ActionResult<{ hostname: string }> | null>(null);
  const ask = () =>
    startTransition(async () => {
      const answer = await action(null, { domainId }).catch(() => ({
        ok: false as const,
        message: 'The console could not be reached.',
        fix: 'Try again; asking twice does no harm.',
      }));
      setResult(answer);
      if (answer.ok) toast({ tone: 'success', message: answer.message });
      refresh();
    });
  return (
    <div className="mt-3 grid justify-items-start gap-2 border-line border-t pt-3 text-sm">
      <p>{sentence}</p>
      <FormMessage result={result} />
      <Button
        icon="refresh-cw"
        pending={pending}
        onClick={ask}
        aria-label={`Request a new certificate for ${hostname}`}
      >
        Request a new certificate
      </Button>
    </div>
  );
}
