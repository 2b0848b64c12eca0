import { wakeHook } from '@/lib/worker/wake-hook';

const hook = wakeHook('reconciler');

/** Makes the reconciler look now. Call it after committing a change that it has to act on; set `nextCheckAt` first. */
export const wakeReconciler = hook.wake;

/** Registers a reconciler's hook; returns how to take it away. */
export const onWake = hook.onWake;
