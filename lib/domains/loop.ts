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
import { startLoop } from '@/lib/worker/start-loop';

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

  async function pass(ctx: Context, id: string, stopping: () => boolean) {
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
  async function startDue(signal: AbortSignal): Promise<number> {
    const ctx = await getContext();
    if (inherited) await releaseDeadLeases(ctx.db, owner);
    inherited = false;
    if (Math.abs(ctx.now().getTime() - noticedAt) >= noticeEveryMs) {
      noticedAt = ctx.now().getTime();
      await noticeChanges(ctx.db, ctx.now());
    }
    while (!signal.aborted && running.size < concurrency) {
      const id = await claimDueDomain(ctx.db, owner, ctx.now());
      if (id === null) {
        const due = await nextDue(ctx.db);
        return due === null
          ? longestSleepMs
          : Math.min(longestSleepMs, Math.max(50, due.getTime() - ctx.now().getTime()));
      }
      const work = pass(ctx, id, () => signal.aborted).finally(() => {
        running.delete(work);
        loop.wake();
      });
      running.add(work);
    }
    return longestSleepMs;
  }

  const loop = startLoop(startDue, { log, what: "reading the reconciler's work", pauseAfterErrorMs, onWake });
  return {
    wake: loop.wake,
    async stop() {
      await loop.stop();
      await Promise.all(running);
    },
  };
}
