'use client';

import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { toast } from '@/components/ui/toast';
import type { TenantStatus } from '@/lib/tenants/model';

const movingMs = 2_000;
const restingMs = 15_000;

interface Live {
  status: TenantStatus;
  /** False while the console can't be reached. */
  connected: boolean;
  /** Asks at once, for example after "Check now". */
  refresh: () => void;
}

const LiveContext = createContext<Live | null>(null);

/** The tenant's status as last heard; inside {@link TenantLive} only. */
export function useLive(): Live {
  const live = useContext(LiveContext);
  if (live === null) throw new Error('useLive outside of TenantLive');
  return live;
}

/** Signals that the tenant is gone; the page then leaves. */
class Gone extends Error {}

async function fetchStatus(slug: string, signal: AbortSignal): Promise<TenantStatus> {
  const response = await fetch(`/api/tenants/${encodeURIComponent(slug)}/status`, { signal, cache: 'no-store' });
  if (response.status === 404) throw new Gone();
  if (!response.ok) throw new Error(`the status answered ${response.status}`);
  return response.json();
}

interface Props {
  slug: string;
  name: string;
  /** As the server rendered the page. */
  initial: TenantStatus;
  /** Where the page goes when the tenant is gone: to the report of its removal. */
  goneHref: string;
  children: ReactNode;
}

/** Keeps a tenant's page true by itself: often while something moves, seldom otherwise, not at all in a hidden tab. */
export function TenantLive(props: Props) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Poll {...props} />
    </QueryClientProvider>
  );
}

function Poll({ slug, name, initial, goneHref, children }: Props) {
  const router = useRouter();
  const query = useQuery({
    queryKey: ['tenant-status', slug],
    queryFn: ({ signal }) => fetchStatus(slug, signal),
    initialData: initial,
    staleTime: 0,
    refetchOnMount: false,
    retry: false,
    refetchInterval: ({ state }) => (state.error instanceof Gone ? false : state.data?.moving ? movingMs : restingMs),
  });
  const status = Date.parse(query.data.now) > Date.parse(initial.now) ? query.data : initial;
  const gone = query.error instanceof Gone;

  // One refresh for each version heard of; the answer to it brings the version down as `initial`.
  const asked = useRef(initial.version);
  useEffect(() => {
    if (status.version === initial.version || asked.current === status.version) return;
    asked.current = status.version;
    router.refresh();
  }, [status.version, initial.version, router]);

  useEffect(() => {
    if (!gone) return;
    toast({ tone: 'success', message: `${name} is gone.` });
    router.replace(goneHref);
  }, [gone, name, goneHref, router]);

  return (
    <LiveContext.Provider value={{ status, connected: !query.isError || gone, refresh: () => void query.refetch() }}>
      <Announcer status={status} />
      {children}
    </LiveContext.Provider>
  );
}

/** Reads changes of headlines out, politely. */
function Announcer({ status }: { status: TenantStatus }) {
  const [text, setText] = useState('');
  const before = useRef(status.domains);
  useEffect(() => {
    const changed = status.domains.filter((domain) => {
      const former = before.current.find((one) => one.id === domain.id);
      return former !== undefined && former.headline !== domain.headline;
    });
    before.current = status.domains;
    if (changed.length > 0)
      setText(changed.map((domain) => `${domain.hostname}: ${domain.headline}. ${domain.sentence}`).join(' '));
  }, [status.domains]);
  return (
    <p aria-live="polite" className="sr-only">
      {text}
    </p>
  );
}
