import type { HistoryEntry, Segment, Window } from '@/lib/domains/history/model';

/** The window, tiled: segments follow each other without gaps, in their order, and neighbours differ in state. Pure. */
export function segmentsOf(entries: readonly HistoryEntry[], { from, to }: Window): Segment[] {
  if (to <= from) return [];
  const segments: Segment[] = [];
  let current: Segment = { from, to, state: null, sentence: 'Not there yet.' };
  const turnTo = (at: number, { state, sentence }: Pick<Segment, 'state' | 'sentence'>) => {
    if (state === current.state) return;
    if (at > current.from) segments.push({ ...current, to: at });
    current = { from: Math.max(at, from), to, state, sentence };
    // What lasted no time at all leaves no trace: what was before goes on where it comes back.
    const last = segments.at(-1);
    if (last !== undefined && last.state === state && last.to === current.from) {
      segments.pop();
      current = { ...last, to };
    }
  };
  // Of entries with the same time the later one holds.
  const ordered = entries
    .map((entry) => ({ entry, at: Date.parse(entry.at) }))
    .filter(({ at }) => at < to)
    .sort((a, b) => a.at - b.at);
  for (const { entry, at } of ordered) turnTo(Math.max(at, from), entry);
  return [...segments, current];
}
