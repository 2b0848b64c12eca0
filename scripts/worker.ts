import { startWorker } from '@/lib/boot/start-worker';
import { env } from '@/lib/env';
import { ExpectedError } from '@/lib/errors';
import { log } from '@/lib/log';
import { closeDb, getContext } from '@/lib/runtime';

/**
 * The worker as a process of its own: inventory sync and reconciler, beside consoles with GATEHOUSE_WORKER=off. Any
 * number may run on one PostgreSQL.
 */
async function main(): Promise<void> {
  if (env().databaseUrl === null) {
    throw new ExpectedError(
      'invalid',
      "The worker needs DATABASE_URL, because the embedded database belongs to the console's process.",
      {
        fix: 'Set DATABASE_URL for both, or leave the work to the console, which does it by itself.',
      },
    );
  }
  const context = () => getContext({ kind: 'system', name: 'Gatehouse' });
  await context(); // says now what is wrong with the database
  const worker = startWorker(context);
  console.log('Gatehouse worker is ready');
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    // A pass in hand may wait for AWS; cutting it off is safe, the next one heals it.
    setTimeout(() => process.exit(0), 10_000).unref();
    worker
      .stop()
      .then(closeDb)
      .catch((error) => log.error({ err: error }, 'stopping failed'))
      .finally(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error) => {
  if (error instanceof ExpectedError)
    console.error(`The worker can't start: ${error.message} ${error.options.fix ?? ''}`.trim());
  else log.fatal({ err: error }, "the worker can't start");
  process.exit(1);
});
