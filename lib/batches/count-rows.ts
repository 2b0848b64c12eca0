import type { BatchRowState } from './model';

/** How many rows are where. Pure. */
export function countRows(rows: { shown: BatchRowState }[]): Record<BatchRowState, number> {
  const counts: Record<BatchRowState, number> = {
    waiting: 0,
    working: 0,
    tenant: 0,
    operator: 0,
    live: 0,
    failed: 0,
    cancelled: 0,
    leaving: 0,
    removed: 0,
  };
  for (const { shown } of rows) counts[shown] += 1;
  return counts;
}
