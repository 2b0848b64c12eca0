import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Context } from '@/lib/context';
import { whileLeased } from '@/lib/db/while-leased';
import { getNetwork } from '@/lib/dns/get-network';
import type { Resolver } from '@/lib/dns/resolver';
import { startLoop } from '@/lib/worker/start-loop';
import { requestTimedOut } from './request-timed-out';
import { watchDue } from './watch-due';

interface Options {
  getContext: () => Promise<Context>;
  log: Pick<Logger, 'warn'>;
  /** Default: the process's own. */
  resolver?: Resolver;
  /** How often it looks whether a look is due. */
  tickMs?: number;
}

/** Looks at each issued certificate once a day, and once an hour where something is wrong, and requests again what timed out. Of several processes one does it. */
export function startCertificateWatch({ getContext, log, resolver, tickMs = 60_000 }: Options): {
  stop(): Promise<void>;
} {
  const owner = randomUUID();
  return startLoop(
    async (stopping) => {
      const ctx = await getContext();
      await whileLeased(ctx, { key: 'certificates.watch.lease', owner }, async () => {
        await watchDue(ctx, resolver ?? getNetwork().resolver, stopping);
        await requestTimedOut(ctx, stopping);
      });
      return tickMs;
    },
    { log, what: 'the watch over certificates' },
  );
}
