/** The applier of this process puts its hook here; other processes' appliers look every few seconds anyway. */
const shared = globalThis as typeof globalThis & { gatehouseApplierWake?: Set<() => void> };

/** Makes the applier look now. Call it after committing something that it has to do. */
export function wakeChangeApplier(): void {
  for (const wake of shared.gatehouseApplierWake ?? []) wake();
}

/** Registers an applier's hook; returns how to take it away. */
export function onWakeChangeApplier(wake: () => void): () => void {
  shared.gatehouseApplierWake ??= new Set();
  shared.gatehouseApplierWake.add(wake);
  return () => shared.gatehouseApplierWake?.delete(wake);
}
