/** The reconciler of this process puts its hook here; other processes' reconcilers look every few seconds anyway. */
const shared = globalThis as typeof globalThis & { gatehouseWake?: Set<() => void> };

/** Makes the reconciler look now. Call it after committing a change that it has to act on; set `nextCheckAt` first. */
export function wakeReconciler(): void {
  for (const wake of shared.gatehouseWake ?? []) wake();
}

/** Registers a reconciler's hook; returns how to take it away. */
export function onWake(wake: () => void): () => void {
  shared.gatehouseWake ??= new Set();
  shared.gatehouseWake.add(wake);
  return () => shared.gatehouseWake?.delete(wake);
}
