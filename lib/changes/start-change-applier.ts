import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Context } from '@/lib/context';
import { leaseOwner } from '@/lib/domains/release-dead-leases';
import { startLoop } from '@/lib/worker/start-loop';
import { claimChangeSet, nextTry, releaseDeadAppliers, underLease } from './lease';
import { runApply } from './run-apply';
import { onWakeChangeApplier } from './wake';

/** After the database failed. */
const pauseAfterErrorMs = 5_000;

interface Options {
  getContext: () => Promise<Context>;
  log: Pick<Logger, 'error' | 'warn'>;
  /** Other replicas may have left something, so nobody sleeps longer. */
  longestSleepMs?: number;
}

/**
 * Applies and undoes change sets that operators asked for, one after the other; goes on with those that a dead process left. Outages of
 * the database or of AWS end no more than the run they hit.
 */
export function startChangeApplier({ getContext, log, longestSleepMs = 5_000 }: Options): {
  wake(): void;
  /** Ends the loop after the call in hand. */
  stop(): Promise<void>;
} {
  const owner = leaseOwner(randomUUID().slice(0, 8));
  let inherited = true;
  /** Does all that is due; returns how long nothing will be. */
  async function runDue(stopping: AbortSignal): Promise<number> {
    const ctx = await getContext();
    if (inherited) await releaseDeadAppliers(ctx.db, owner);
    inherited = false;
    while (!stopping.aborted) {
      const id = await claimChangeSet(ctx.db, owner, ctx.now());
      if (id === null) break;
      await underLease(ctx.db, id, owner, ctx.now, () =>
        runApply(ctx, id, { owner, stopping: () => stopping.aborted }),
      );
    }
    const due = await nextTry(ctx.db);
    const untilDueMs = due === null ? longestSleepMs : due.getTime() - ctx.now().getTime();
    return Math.min(longestSleepMs, Math.max(50, untilDueMs));
  }

  return startLoop(runDue, {
    log,
    what: 'the applier of change sets',
    pauseAfterErrorMs,
    onWake: onWakeChangeApplier,
  });
}
