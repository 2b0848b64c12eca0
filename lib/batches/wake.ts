/** The runner of this process puts its hook here; other processes' runners look every few seconds anyway. */
const shared = globalThis as typeof globalThis & { gatehouseBatchWake?: Set<() => void> };

/** Makes the runner of batches look now. Call it after committing a change that it has to act on. */
export function wakeBatchRunner(): void {
  for (const wake of shared.gatehouseBatchWake ?? []) wake();
}

/** Registers a runner's hook; returns how to take it away. */
export function onWakeBatchRunner(wake: () => void): () => void {
  shared.gatehouseBatchWake ??= new Set();
  shared.gatehouseBatchWake.add(wake);
  return () => shared.gatehouseBatchWake?.delete(wake);
}
