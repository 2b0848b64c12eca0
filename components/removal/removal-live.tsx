'use client';

import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef, useState } from 'react';

const everyMs = 1_500;

/** Reads the report's page anew whenever something of it has changed, until it is finished. */
export function RemovalLive({ id, finished, children }: { id: string; finished: boolean; children: ReactNode }) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Poll id={id} finished={finished} />
      {children}
    </QueryClientProvider>
  );
}

async function fetchVersion(id: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(`/api/removals/${id}/status`, { signal, cache: 'no-store' });
  if (!response.ok) throw new Error(`the status answered ${response.status}`);
  return ((await response.json()) as { version: string }).version;
}

function Poll({ id, finished }: { id: string; finished: boolean }) {
  const router = useRouter();
  const { data, isError } = useQuery({
    queryKey: ['removal', id],
    queryFn: ({ signal }) => fetchVersion(id, signal),
    enabled: !finished,
    retry: false,
    refetchInterval: everyMs,
  });
  const seen = useRef<string | null>(null);
  useEffect(() => {
    if (data === undefined || data === seen.current) return;
    seen.current = data;
    router.refresh();
  }, [data, router]);
  return (
    <p role="status" className="text-ink-muted text-xs empty:hidden">
      {isError && !finished ? 'The console can not be reached; the removal goes on by itself.' : ''}
    </p>
  );
}
