/** Whoever works by itself in this process. */
type Worker = 'reconciler' | 'change-applier' | 'batch-runner' | 'audit' | 'inventory-sync';

/** On globalThis, for all copies of this module that bundlers make. */
const shared = globalThis as typeof globalThis & { gatehouseWake?: Map<Worker, Set<() => void>> };

/** How workers of a kind are told that there is something to do; those of other processes look every few seconds anyway. */
export function wakeHook(worker: Worker): { wake: () => void; onWake: (hook: () => void) => () => void } {
  shared.gatehouseWake ??= new Map();
  const hooks = shared.gatehouseWake.get(worker) ?? new Set();
  shared.gatehouseWake.set(worker, hooks);
  return {
    wake: () => {
      for (const hook of hooks) hook();
    },
    onWake: (hook) => {
      hooks.add(hook);
      return () => hooks.delete(hook);
    },
  };
}
