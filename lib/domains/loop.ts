import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Context } from '@/lib/context';
import type { Network } from '@/lib/dns/network';
import { claimDueDomain, nextDue, postpone, underLease } from '@/lib/domains/claim';
import { noticeChanges } from '@/lib/domains/notice-changes';
import { reconcileDomain } from '@/lib/domains/reconcile-domain';
import { leaseOwner, releaseDeadLeases } from '@/lib/domains/release-dead-leases';
import { onWake } from '@/lib/domains/wake';

/** After the database failed, or a pass ended in a bug. */
const pauseAfterErrorMs = 5_000;
const postponeMs = 30_000;
/** Between two looks at whether what serves the domains has changed. */
const noticeEveryMs = 30_000;

interface Options {
  getContext: () => Promise<Context>;
  log: Pick<Logger, 'error' | 'warn'>;
  /** Domains worked on at a time. */
  concurrency?: number;
  /** Default: the process's own, from its settings. */
  network?: Network;
  /** Other replicas may have made something due, so nobody sleeps longer. */
  longestSleepMs?: number;
}

/**
 * Keeps all domains moving: claims those whose check is due and reconciles them, a few at a time, and sleeps until the
 * next is due. Outages of the database or of AWS end no more than the pass they hit.
 */
export function startReconciler({ getContext, log, concurrency = 4, network, longestSleepMs = 5_000 }: Options): {
  wake(): void;
  stop(): Promise<void>;
} {
  const owner = leaseOwner(randomUUID().slice(0, 8));
  let inherited = true;
  let noticedAt = 0;
  const running = new Set<Promise<void>>();
  let stopped = false;
  let woken = false;
  let endSleep = () => {};

  function wake() {
    woken = true;
    endSleep();
  }

  async function pass(ctx: Context, id: string) {
    const stopping = () => stopped;
    try {
      await underLease(ctx.db, id, owner, ctx.now, async () => {
        try {
          await reconcileDomain(ctx, id, network === undefined ? { stopping } : { network, stopping });
        } catch (error) {
          log.error({ err: error, domainId: id }, 'a pass over a domain failed');
          await postpone(ctx.db, id, new Date(ctx.now().getTime() + postponeMs));
        }
      });
    } catch (error) {
      log.error({ err: error, domainId: id }, 'the lease of a domain could not be given back');
    }
  }

  /** Starts what is due; returns how long nothing will be. */
  async function startDue(): Promise<number> {
    const ctx = await getContext();
    if (inherited) await releaseDeadLeases(ctx.db, owner);
    inherited = false;
    if (Math.abs(ctx.now().getTime() - noticedAt) >= noticeEveryMs) {
      noticedAt = ctx.now().getTime();
      await noticeChanges(ctx.db, ctx.now());
    }
    while (!stopped && running.size < concurrency) {
      const id = await claimDueDomain(ctx.db, owner, ctx.now());
      if (id === null) {
        const due = await nextDue(ctx.db);
        return due === null
          ? longestSleepMs
          : Math.min(longestSleepMs, Math.max(50, due.getTime() - ctx.now().getTime()));
      }
      const work = pass(ctx, id).finally(() => {
        running.delete(work);
        wake();
      });
      running.add(work);
    }
    return longestSleepMs;
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

  async function run() {
    while (!stopped) {
      woken = false;
      try {
        await sleep(await startDue());
      } catch (error) {
        log.warn({ err: error }, 'the reconciler can not read its work');
        woken = false;
        await sleep(pauseAfterErrorMs);
      }
    }
    await Promise.all(running);
  }

  const forgetWake = onWake(wake);
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
