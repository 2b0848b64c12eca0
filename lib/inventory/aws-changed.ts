import { wakeHook } from '@/lib/worker/wake-hook';

const hook = wakeHook('inventory-sync');

/** Tells the inventory syncs of this process that AWS has something new, because we have just changed it. */
export const awsChanged = hook.wake;

/** Registers a sync's hook; returns how to take it away. */
export const onAwsChanged = hook.onWake;
