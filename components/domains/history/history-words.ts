import { formatTimeSpan } from '@/components/ui/format-time-span';
import type { Shares } from '@/lib/domains/history/shares-of';

/** `9993` as `99.93 %`, `10000` as `100 %`. */
function percentWords(hundredths: number): string {
  const digits = hundredths % 100 === 0 ? 0 : 2;
  return `${(hundredths / 100).toFixed(digits)} %`;
}

/** "Live 99.93 % of the last 30 days". What is not known, and what was before it was Live, are counted apart. */
export function liveWords({ liveHundredths }: Shares, window: string): string {
  if (liveHundredths === null) return `Not Live in ${window}.`;
  return `Live ${percentWords(liveHundredths)} of ${window}`;
}

/** The rest of the window, as far as there is any: how long it was broken, unknown, and neither. */
export function restWords({ ms }: Shares): string[] {
  const words: [number, string][] = [
    [ms.broken, 'broken'],
    [ms.unknown, 'unknown, counted apart'],
    [ms.other, 'before or after it served, counted apart'],
  ];
  return words.flatMap(([time, what]) => (time >= 1000 ? [`${formatTimeSpan(time)} ${what}`] : []));
}
