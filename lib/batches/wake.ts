import { wakeHook } from '@/lib/worker/wake-hook';

const hook = wakeHook('batch-runner');

/** Makes the runner of batches look now. Call it after committing a change that it has to act on. */
export const wakeBatchRunner = hook.wake;

/** Registers a runner's hook; returns how to take it away. */
export const onWakeBatchRunner = hook.onWake;
