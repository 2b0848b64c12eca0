/** Now, or what comes next where that moment was taken already: two flushes in one millisecond are two. */
export function laterThan(before: number | undefined, now: number): number {
  return Math.max(now, (before ?? Number.NEGATIVE_INFINITY) + 1);
}
