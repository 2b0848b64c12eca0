import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Context } from '@/lib/context';
import { onAwsChanged } from './aws-changed';
import { readSyncStates } from './read-sync-states';
import { syncInventory } from './sync-inventory';
import { claimSync, releaseSync } from './sync-lease';

export interface InventorySync {
  /** Syncs now, or once more right after the run in hand. */
  wake(): void;
  /** Ends the loop once the run in hand is done. */
  stop(): Promise<void>;
}

interface Options {
  getContext: () => Promise<Context>;
  log: Logger;
  /** Pause between two runs; default a minute. */
  intervalMs?: number;
  /** A change made here is followed by a sync once there was none for so long, so that an onboarding gets one, not ten. */
  settleMs?: number;
}

/** A replica that dies while syncing holds the others up for at most this long. */
const leaseMs = 10 * 60_000;
const firstBackoffMs = 1_000;
const longestBackoffMs = 10 * 60_000;

/**
 * Keeps the cache fresh until stopped. Of several replicas one syncs at a time, and none while the cache is fresh.
 * Errors are logged and answered with growing pauses.
 */
export function startInventorySync({
  getContext,
  log,
  intervalMs = 60_000,
  settleMs = 10_000,
}: Options): InventorySync {
  const owner = randomUUID();
  let woken = false;
  let stopping = false;
  let endSleep = () => {};

  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      endSleep = () => {
        clearTimeout(timer);
        resolve();
      };
      if (woken || stopping) endSleep();
    });

  async function run(): Promise<void> {
    let failures = 0;
    while (!stopping) {
      const asked = woken;
      woken = false;
      const started = Date.now();
      try {
        const ctx = await getContext();
        const complete = await syncOnce(ctx, owner, asked ? 0 : intervalMs);
        failures = complete ? 0 : failures + 1;
      } catch (error) {
        failures += 1;
        log.error({ err: error }, 'inventory sync failed');
      }
      // A large account takes long to read; at least half of AWS's quotas stay free for other work.
      const restMs = Math.max(intervalMs, Date.now() - started);
      // After a failure soon again at first: at a start AWS, or what stands for it, may need a moment longer than we do.
      const pauseMs = failures === 0 ? restMs : firstBackoffMs * 2 ** Math.min(failures - 1, 10);
      await sleep(Math.min(pauseMs, Math.max(longestBackoffMs, intervalMs)));
    }
  }

  function wake() {
    woken = true;
    endSleep();
  }

  let settling: NodeJS.Timeout | undefined;
  const forgetHook = onAwsChanged(() => {
    clearTimeout(settling);
    settling = setTimeout(wake, settleMs);
    settling.unref();
  });
  const running = run();
  return {
    wake,
    async stop() {
      stopping = true;
      forgetHook();
      clearTimeout(settling);
      endSleep();
      await running;
    },
  };
}

/** @returns false when something could not be read */
async function syncOnce(ctx: Context, owner: string, freshForMs: number): Promise<boolean> {
  const now = ctx.now();
  if (!(await claimSync(ctx.db, owner, now, new Date(now.getTime() + leaseMs)))) return true;
  try {
    if (await isFresh(ctx, freshForMs)) return true;
    const { failed } = await syncInventory(ctx);
    return failed.length === 0;
  } finally {
    await releaseSync(ctx.db, owner, ctx.now());
  }
}

async function isFresh({ db, now }: Context, freshForMs: number): Promise<boolean> {
  const since = now().getTime() - freshForMs / 2;
  const states = await readSyncStates(db);
  return states.every(({ seenAt, failure }) => failure === null && seenAt !== null && Date.parse(seenAt) > since);
}
