import 'server-only';
import { randomUUID } from 'node:crypto';
import { isNull } from 'drizzle-orm';
import type { Logger } from 'pino';
import type { Context } from '@/lib/context';
import { batches } from '@/lib/db/schema';
import { whileLeased } from '@/lib/db/while-leased';
import type { Network } from '@/lib/dns/network';
import { startLoop } from '@/lib/worker/start-loop';
import { runBatches } from './run-batches';
import { onWakeBatchRunner } from './wake';

/** A replica that dies at it holds the queue up for at most this long. */
const leaseMs = 10_000;
/** Between two looks while there is a batch. */
const lookEveryMs = 1_000;

interface Options {
  getContext: () => Promise<Context>;
  log: Pick<Logger, 'warn'>;
  network?: Network;
  /** Other replicas may have started a batch, so nobody sleeps longer. */
  longestSleepMs?: number;
}

/**
 * Works batches off: one queue for all of them, in one replica at a time. Outages of the database end no more than the look they hit.
 */
export function startBatchRunner({ getContext, log, network, longestSleepMs = 5_000 }: Options): {
  wake(): void;
  /** Ends the loop after the row in hand. */
  stop(): Promise<void>;
} {
  const owner = randomUUID();

  /** @returns how long nothing will be to do */
  async function look(signal: AbortSignal): Promise<number> {
    const ctx = { ...(await getContext()), actor: { kind: 'system', name: 'batches' } as const };
    const [open] = await ctx.db.select({ id: batches.id }).from(batches).where(isNull(batches.finishedAt)).limit(1);
    if (open === undefined) return longestSleepMs;
    const stopping = () => signal.aborted;
    await whileLeased(ctx, { key: 'batches.lease', owner, forMs: leaseMs }, () =>
      runBatches(ctx, network === undefined ? { stopping } : { network, stopping }),
    );
    return lookEveryMs;
  }

  return startLoop(look, {
    log,
    what: 'the runner of batches',
    pauseAfterErrorMs: longestSleepMs,
    onWake: onWakeBatchRunner,
  });
}
