import type { Incident, Segment } from '@/lib/domains/history/model';

/**
 * The outages of a window, oldest first. What could not be looked at in the middle of one does not end it. Pure.
 */
export function incidentsOf(segments: readonly Segment[]): Incident[] {
  const incidents: Incident[] = [];
  let open: Incident | null = null;
  for (const { from, state, sentence } of segments) {
    if (state === 'Broken') open ??= { from, to: null, sentence };
    else if (open !== null && state !== 'Unknown') {
      incidents.push({ ...open, to: from });
      open = null;
    }
  }
  return open === null ? incidents : [...incidents, open];
}
