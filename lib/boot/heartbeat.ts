import 'server-only';
import { eq } from 'drizzle-orm';
import type { Logger } from 'pino';
import type { Context } from '@/lib/context';
import type { Db } from '@/lib/db/db';
import { settings } from '@/lib/db/schema';

const key = 'worker.heartbeat';
const everyMs = 10_000;
/** Three beats missed. */
const deadAfterMs = 3 * everyMs + 5_000;

/** Writes a sign of life of this worker into the database every 10 s. */
export function startHeartbeat({ getContext, log }: { getContext: () => Promise<Context>; log: Logger }) {
  async function beat() {
    try {
      const { db, now } = await getContext();
      const row = { key, value: { pid: process.pid }, updatedAt: now() };
      await db.insert(settings).values(row).onConflictDoUpdate({ target: settings.key, set: row });
    } catch (error) {
      log.warn({ err: error }, 'heartbeat not written');
    }
  }
  let beating = beat();
  const timer = setInterval(() => {
    beating = beat();
  }, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await beating;
    },
  };
}

/** Whether any worker gave a sign of life lately. */
export async function isWorkerAlive(db: Db, now: Date): Promise<boolean> {
  const [row] = await db.select({ at: settings.updatedAt }).from(settings).where(eq(settings.key, key));
  return row !== undefined && now.getTime() - row.at.getTime() < deadAfterMs;
}
