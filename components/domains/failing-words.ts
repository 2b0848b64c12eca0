import { formatTimeSpan } from '@/components/ui/format-time-span';

/**
 * Since when a domain fails: `Failing since 14:05 UTC (12 minutes), 5 checks in a row.`; with the date once that is another day. Pure.
 *
 * @param now ms since 1970
 */
export function failingWords({ since, checks }: { since: string; checks: number }, now: number): string {
  const [day, time = ''] = new Date(since).toISOString().split('T');
  const today = new Date(now).toISOString().startsWith(day ?? '');
  const at = `${today ? '' : `${day} `}${time.slice(0, 5)} UTC`;
  const span = formatTimeSpan(Math.max(0, now - Date.parse(since)));
  return `Failing since ${at} (${span}), ${checks === 1 ? '1 check' : `${checks} checks in a row`}.`;
}
