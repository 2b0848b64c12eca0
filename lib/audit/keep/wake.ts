import { wakeHook } from '@/lib/worker/wake-hook';

const hook = wakeHook('audit');

/** Makes the audit workers look now. */
export const wakeAuditWorkers = hook.wake;

/** Registers a hook; returns how to take it away. */
export const onWakeAuditWorkers = hook.onWake;
