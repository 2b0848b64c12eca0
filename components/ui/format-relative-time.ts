const units: [unit: Intl.RelativeTimeFormatUnit, ms: number][] = [
  ['year', 365.25 * 86_400_000],
  ['month', 30.44 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

const format = new Intl.RelativeTimeFormat('en', { numeric: 'always', style: 'long' });

/** `3 minutes ago`, `in 2 days`, `just now` (within 45 seconds either way). Both times in ms since 1970. */
export function formatRelativeTime(at: number, now: number): string {
  const delta = at - now;
  if (Math.abs(delta) < 45_000) return 'just now';
  for (const [unit, ms] of units) {
    if (Math.abs(delta) >= ms) return format.format(Math.trunc(delta / ms), unit);
  }
  return format.format(Math.sign(delta), 'minute');
}

/** `2026-03-04 15:06:07 UTC`: the same for every reader and sortable. */
export function formatAbsoluteTime(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
