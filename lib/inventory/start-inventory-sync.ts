import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Context } from '@/lib/context';
import { leaseMs, whileLeased } from '@/lib/db/while-leased';
import { onAwsChanged } from './aws-changed';
import { readSyncStates } from './read-sync-states';
import { newTurns, type SyncTurns, syncInventory } from './sync-inventory';

export interface InventorySync {
  /** Syncs now, or once more after the run in hand and the rest that follows it. */
  wake(): void;
  /** Ends the loop once the run in hand is done. */
  stop(): Promise<void>;
}

interface Options {
  getContext: () => Promise<Context>;
  log: Logger;
  /** Pause between two runs; default a minute. */
  intervalMs?: number;
  /**
   * A change made here is followed by a sync once there was none for so long, so that an onboarding gets one, not ten.
   * What a domain's pass sees is in the cache already; records of our zones, and what others did, come with the sync.
   */
  settleMs?: number;
}

const firstBackoffMs = 1_000;
const longestBackoffMs = 10 * 60_000;

type Outcome = 'complete' | 'incomplete' | 'elsewhere';

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
  const turns = newTurns();
  let woken = false;
  let stopping = false;
  let onWake = () => {};
  let onStop = () => {};

  const sleep = (ms: number, { untilWoken }: { untilWoken: boolean }) =>
    new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(end, ms);
      onStop = end;
      onWake = untilWoken ? end : () => {};
      if (stopping || (untilWoken && woken)) end();
    });

  async function run(): Promise<void> {
    let failures = 0;
    while (!stopping) {
      const asked = woken;
      woken = false;
      const started = Date.now();
      let outcome: Outcome = 'incomplete';
      try {
        outcome = await syncOnce(await getContext(), { owner, turns, freshForMs: asked ? 0 : intervalMs });
      } catch (error) {
        log.error({ err: error }, 'inventory sync failed');
      }
      failures = outcome === 'incomplete' ? failures + 1 : 0;
      // A large account takes long to read; at least half of AWS's quotas stay free for other work, whoever wakes us.
      const restMs = failures === 0 ? Date.now() - started : 0;
      await sleep(restMs, { untilWoken: false });
      await sleep(pauseMs(outcome, failures) - restMs, { untilWoken: true });
    }
  }

  function pauseMs(outcome: Outcome, failures: number): number {
    // Who had the lease may be dead.
    if (outcome === 'elsewhere') return Math.min(intervalMs, leaseMs);
    if (failures === 0) return intervalMs;
    // Soon again at first: at a start AWS, or what stands for it, may need a moment longer than we do.
    return Math.min(firstBackoffMs * 2 ** Math.min(failures - 1, 10), Math.max(longestBackoffMs, intervalMs));
  }

  function wake() {
    woken = true;
    onWake();
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
      onStop();
      await running;
    },
  };
}

interface Run {
  owner: string;
  turns: SyncTurns;
  freshForMs: number;
}

async function syncOnce(ctx: Context, { owner, turns, freshForMs }: Run): Promise<Outcome> {
  const outcome = await whileLeased(ctx, { key: 'inventory.lease', owner }, async () => {
    if (await isFresh(ctx, freshForMs)) return 'complete';
    const { failed } = await syncInventory(ctx, turns);
    return failed.length === 0 ? 'complete' : 'incomplete';
  });
  return outcome ?? 'elsewhere';
}

async function isFresh({ db, now }: Context, freshForMs: number): Promise<boolean> {
  const since = now().getTime() - freshForMs / 2;
  const states = await readSyncStates(db);
  return states.every(({ seenAt, failure }) => failure === null && seenAt !== null && Date.parse(seenAt) > since);
}
