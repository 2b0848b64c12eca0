'use client';

import { useEffect, useState } from 'react';
import { useLive } from './tenant-live';

/** When the reconciler looks at a domain next, counting down. */
export function NextCheck({ domainId }: { domainId: string }) {
  const { status, connected } = useLive();
  const serverNow = Date.parse(status.now);
  // The browser's clock may be wrong: only the time that has passed since the answer is taken from it.
  const [passed, setPassed] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every answer starts the count anew
  useEffect(() => {
    setPassed(0);
    const heard = performance.now();
    const timer = setInterval(() => setPassed(performance.now() - heard), 1000);
    return () => clearInterval(timer);
  }, [serverNow]);
  if (!connected) return <>unknown: no answer from the console</>;
  const at = status.domains.find((domain) => domain.id === domainId)?.nextCheckAt ?? null;
  if (at === null) return <>none needed</>;
  const seconds = Math.ceil((Date.parse(at) - serverNow - passed) / 1000);
  return <span className="tabular-nums">{seconds <= 0 ? 'now' : `in ${inWords(seconds)}`}</span>;
}

function inWords(seconds: number): string {
  if (seconds < 90) return `${seconds} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}
