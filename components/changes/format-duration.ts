/** A short time in words: "at once", "about 4 s", "about 3 min". `ms` are milliseconds. */
export function formatDuration(ms: number): string {
  if (ms < 500) return 'at once';
  const seconds = Math.ceil(ms / 1_000);
  return seconds < 100 ? `about ${seconds} s` : `about ${Math.ceil(seconds / 60)} min`;
}
