/** The audit workers of this process put their hooks here; those of other processes look every few seconds anyway. */
const shared = globalThis as typeof globalThis & { gatehouseAuditWake?: Set<() => void> };

/** Makes the audit workers look now. */
export function wakeAuditWorkers(): void {
  for (const wake of shared.gatehouseAuditWake ?? []) wake();
}

/** Registers a hook; returns how to take it away. */
export function onWakeAuditWorkers(wake: () => void): () => void {
  shared.gatehouseAuditWake ??= new Set();
  shared.gatehouseAuditWake.add(wake);
  return () => shared.gatehouseAuditWake?.delete(wake);
}
