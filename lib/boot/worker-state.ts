import 'server-only';
import type { Db } from '@/lib/db/db';
import { env } from '@/lib/env';
import { isWorkerAlive } from './heartbeat';

/** Where the worker runs, and whether any gave a sign of life lately. */
export async function workerState(db: Db): Promise<{ inline: boolean; alive: boolean }> {
  return { inline: env().worker === 'inline', alive: await isWorkerAlive(db, new Date()) };
}
