'use client';

import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';
import type { IconName } from '@/components/ui/icon-shapes';
import { Notice } from '@/components/ui/notice';
import type { ApplyStep, ChangeSetState } from '@/lib/changes/model';

interface ApplyProgressData {
  state: ChangeSetState;
  steps: ApplyStep[];
  /** Estimate under AWS's quotas, ms. */
  remainingMs: number;
}

interface Props {
  number: number;
  initial: ApplyProgressData;
}

/** The calls of an application, each with its state, kept true while it runs. */
export function ApplyProgress(props: Props) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Progress {...props} />
    </QueryClientProvider>
  );
}

const moving = (state: ChangeSetState) => state === 'applying' || state === 'undoing';

async function fetchProgress(number: number, signal: AbortSignal): Promise<ApplyProgressData> {
  const response = await fetch(`/api/changes/${number}/progress`, { signal, cache: 'no-store' });
  if (!response.ok) throw new Error(`the progress answered ${response.status}`);
  return response.json();
}

function Progress({ number, initial }: Props) {
  const router = useRouter();
  const query = useQuery({
    queryKey: ['apply-progress', number],
    queryFn: ({ signal }) => fetchProgress(number, signal),
    initialData: initial,
    staleTime: 0,
    retry: false,
    refetchInterval: ({ state }) => (state.data && moving(state.data.state) ? 700 : false),
  });
  const { state, remainingMs } = query.data;
  const steps = withoutAbandoned(query.data.steps);
  useEffect(() => {
    if (state !== initial.state) router.refresh();
  }, [state, initial.state, router]);
  const done = steps.filter((step) => step.state === 'done').length;
  return (
    <div>
      {query.isError ? (
        <Notice tone="amber" icon="cloud-off" title="The console can't be reached" className="m-4">
          The application goes on by itself on the server; this list catches up as soon as the console answers.
        </Notice>
      ) : null}
      <p aria-live="polite" className="px-4 pt-3 text-ink-muted text-sm">
        {steps.length === 0
          ? moving(state)
            ? 'The working copy is being read.'
            : 'There was nothing to call.'
          : `${done} of ${steps.length} calls done${remainingMs && moving(state) ? `, about ${Math.max(1, Math.ceil(remainingMs / 1_000))} s to go` : ''}.`}
      </p>
      <ol aria-label="Calls" className="grid gap-1 px-4 pt-2 pb-3">
        {steps.map((step) => (
          <Step key={`${step.attempt}-${step.position}`} step={step} />
        ))}
      </ol>
    </div>
  );
}

/** After a failure the rest is planned anew: what then stands before a later call will never be made. */
function withoutAbandoned(steps: readonly ApplyStep[]): ApplyStep[] {
  const last = steps.findLastIndex(({ state }) => state !== 'pending');
  return steps.filter(({ state }, index) => state !== 'pending' || index > last);
}

const looks: Record<ApplyStep['state'], { icon: IconName; className: string; word: string }> = {
  pending: { icon: 'circle', className: 'text-ink-subtle', word: 'to do' },
  running: { icon: 'loader-circle', className: 'text-blue motion-safe:animate-spin', word: 'running' },
  done: { icon: 'circle-check', className: 'text-green', word: 'done' },
  failed: { icon: 'circle-x', className: 'text-red', word: 'failed' },
};

function Step({ step }: { step: ApplyStep }) {
  const look = looks[step.state];
  return (
    <li className="flex items-start gap-2 text-sm">
      <Icon name={look.icon} className={cn('mt-[3px] size-4 shrink-0', look.className)} />
      <div className="min-w-0 flex-1">
        <p className={cn('break-name', step.state === 'pending' && 'text-ink-muted')}>
          {step.sentence} <span className="sr-only">({look.word})</span>
        </p>
        {step.failure ? <p className="text-red text-xs">{step.failure}</p> : null}
        {step.requestId ? (
          <p className="break-name text-ink-subtle text-xs">
            {step.operation}, AWS request <code>{step.requestId}</code>
          </p>
        ) : null}
      </div>
    </li>
  );
}
