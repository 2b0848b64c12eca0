/** The inventory syncs of this process put their hooks here; on globalThis, for all copies of this module. */
const shared = globalThis as typeof globalThis & { gatehouseAwsChanged?: Set<() => void> };

/** Tells the inventory syncs of this process that AWS has something new, because we have just changed it. */
export function awsChanged(): void {
  for (const hook of shared.gatehouseAwsChanged ?? []) hook();
}

/** Registers a sync's hook; returns how to take it away. */
export function onAwsChanged(hook: () => void): () => void {
  shared.gatehouseAwsChanged ??= new Set();
  shared.gatehouseAwsChanged.add(hook);
  return () => shared.gatehouseAwsChanged?.delete(hook);
}
