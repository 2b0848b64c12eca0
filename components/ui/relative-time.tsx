'use client';

import { useEffect, useState } from 'react';
import { formatAbsoluteTime, formatRelativeTime } from './format-relative-time';

/**
 * A moment as "3 minutes ago", with the exact time as its title and machine-readable. Keeps itself true once a minute.
 * `at` is an ISO-8601 string; `now` is the server's clock at render (ms since 1970), which spares a second text on hydration.
 */
export function RelativeTime({ at, now, className }: { at: string; now?: number; className?: string }) {
  const [current, setCurrent] = useState(() => now ?? Date.now());
  useEffect(() => {
    const timer = setInterval(() => setCurrent(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  const date = new Date(at);
  return (
    <time
      dateTime={at}
      title={formatAbsoluteTime(date)}
      suppressHydrationWarning
      className={className ?? 'whitespace-nowrap'}
    >
      {formatRelativeTime(date.getTime(), Math.max(current, now ?? 0))}
    </time>
  );
}
