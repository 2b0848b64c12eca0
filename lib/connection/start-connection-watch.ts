import 'server-only';
import type { Logger } from 'pino';
import type { Context } from '@/lib/context';
import { ExpectedError } from '@/lib/errors';
import { readSyncStates } from '@/lib/inventory/read-sync-states';
import { startLoop } from '@/lib/worker/start-loop';
import { readConnection } from './read-connection';
import { refreshIdentity } from './refresh-identity';
import { runPreflight } from './run-preflight';

interface Options {
  getContext: () => Promise<Context>;
  log: Pick<Logger, 'warn'>;
  /** Whether an identity without a preflight gets one by itself. */
  preflight: boolean;
  /** Between two questions to STS; default ten minutes. */
  intervalMs?: number;
  /** After STS gave no answer, or while the inventory is still to be read; default ten seconds. */
  soonMs?: number;
}

/**
 * Asks STS now and then in whose name calls are made, so that the frame shows the account, and runs a preflight whenever that is somebody
 * new. Outages end no more than one look.
 */
export function startConnectionWatch(options: Options): { stop(): Promise<void> } {
  const { getContext, log, preflight, intervalMs = 10 * 60_000, soonMs = 10_000 } = options;
  /** Returns when to look again, ms. */
  async function look(): Promise<number> {
    const ctx = await getContext();
    const { failure } = await refreshIdentity(ctx);
    if (failure !== null) return soonMs;
    if (!preflight || (await readConnection(ctx.db, ctx.aws)).preflight !== null) return intervalMs;
    // The tries are aimed at the gateway and the zones; before those are known most of them would say nothing.
    const states = await readSyncStates(ctx.db);
    const read = (kind: string) =>
      states.some((state) => state.kind === kind && (state.seenAt ?? state.failedAt) !== null);
    if (!read('rest-api') || !read('hosted-zone')) return soonMs;
    await runPreflight(ctx);
    return intervalMs;
  }

  return startLoop(
    () =>
      look().catch((error: unknown) => {
        // Another change is under way; it is no trouble.
        if (error instanceof ExpectedError && error.code === 'conflict') return soonMs;
        throw error;
      }),
    { log, what: 'the look at the connection to AWS', pauseAfterErrorMs: soonMs },
  );
}
