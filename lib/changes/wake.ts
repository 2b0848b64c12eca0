import { wakeHook } from '@/lib/worker/wake-hook';

const hook = wakeHook('change-applier');

/** Makes the applier look now. Call it after committing something that it has to do. */
export const wakeChangeApplier = hook.wake;

/** Registers an applier's hook; returns how to take it away. */
export const onWakeChangeApplier = hook.onWake;
