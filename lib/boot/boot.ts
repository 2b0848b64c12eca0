import 'server-only';
import { forgetForwardedFor } from '@/lib/auth/client-ip';
import { ensureFirstAdministrator } from '@/lib/auth/ensure-first-administrator';
import { env } from '@/lib/env';
import { ExpectedError } from '@/lib/errors';
import { log } from '@/lib/log';
import { closeDb, getContext } from '@/lib/runtime';
import { startWorker } from './start-worker';

/** EX_CONFIG: tells `npm start` (scripts/start/children.mjs) that one plain sentence has been printed already. */
const saidWhy = 78;

/**
 * Brings the console up: environment, database with its migrations, first administrator, worker. What can't be had stops
 * the start with one plain sentence.
 */
export async function boot(): Promise<void> {
  // Whatever umask it was started with: nobody else on this machine reads the database or the keys.
  process.umask(0o077);
  try {
    const { worker, trustProxy } = env();
    if (!trustProxy) forgetForwardedFor();
    const context = await getContext({ kind: 'system', name: 'Gatehouse' });
    await ensureFirstAdministrator(context);
    const running = worker === 'inline' ? startWorker(() => getContext({ kind: 'system', name: 'Gatehouse' })) : null;
    stopOnSignal(async () => {
      await running?.stop();
      await closeDb();
    });
  } catch (error) {
    if (error instanceof ExpectedError) {
      console.error(`Gatehouse can't start: ${error.message}${error.options.fix ? ` ${error.options.fix}` : ''}`);
      process.exit(saidWhy);
    }
    log.fatal({ err: error }, "Gatehouse can't start");
    process.exit(1);
  }
}

/** `npm start` sets NEXT_MANUAL_SIG_HANDLE, so ending in good order is up to us. */
function stopOnSignal(stop: () => Promise<void>) {
  if (!process.env.NEXT_MANUAL_SIG_HANDLE) return;
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    // A pass in hand may wait for AWS; it is safe to cut it off, only not nice.
    const timer = setTimeout(() => process.exit(0), 5_000);
    timer.unref();
    stop()
      .catch((error) => log.error({ err: error }, 'stopping failed'))
      .finally(() => process.exit(0));
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}
