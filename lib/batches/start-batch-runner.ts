import 'server-only';
import { randomUUID } from 'node:crypto';
import { isNull } from 'drizzle-orm';
import type { Logger } from 'pino';
import type { Context } from '@/lib/context';
import { batches } from '@/lib/db/schema';
import type { Network } from '@/lib/dns/network';
import { whileLeased } from '@/lib/inventory/sync-lease';
import { runBatches } from './run-batches';
import { onWakeBatchRunner } from './wake';

/** A replica that dies at it holds the queue up for at most this long. */
const leaseMs = 10_000;
const lease = 'batches.lease';
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
  let stopped = false;
  let woken = false;
  let endSleep = () => {};

  function wake() {
    woken = true;
    endSleep();
  }

  function sleep(ms: number): Promise<void> {
    if (woken || stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      endSleep = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** @returns how long nothing will be to do */
  async function look(): Promise<number> {
    const ctx = { ...(await getContext()), actor: { kind: 'system', name: 'batches' } as const };
    const [open] = await ctx.db.select({ id: batches.id }).from(batches).where(isNull(batches.finishedAt)).limit(1);
    if (open === undefined) return longestSleepMs;
    const stopping = () => stopped;
    await whileLeased(
      ctx,
      owner,
      () => runBatches(ctx, network === undefined ? { stopping } : { network, stopping }),
      leaseMs,
      lease,
    );
    return lookEveryMs;
  }

  async function run() {
    while (!stopped) {
      woken = false;
      try {
        await sleep(await look());
      } catch (error) {
        log.warn({ err: error }, 'the runner of batches can not work');
        woken = false;
        await sleep(longestSleepMs);
      }
    }
  }

  const forgetWake = onWakeBatchRunner(wake);
  const loop = run();
  return {
    wake,
    async stop() {
      stopped = true;
      forgetWake();
      wake();
      await loop;
    },
  };
}
