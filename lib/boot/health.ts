import 'server-only';
import { sql } from 'drizzle-orm';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { getDb } from '@/lib/runtime';
import packageJson from '@/package.json';
import { isWorkerAlive } from './heartbeat';

export interface Health {
  status: 'ok' | 'down';
  version: string;
  target: 'sandbox' | 'endpoint' | 'aws';
  database: 'ok' | 'down';
  worker: 'ok' | 'down' | 'unknown';
}

/** What /api/health answers. A database that takes longer than 3 s counts as down. */
export async function checkHealth(now = new Date()): Promise<Health> {
  const base = { version: packageJson.version, target: env().target };
  try {
    const alive = await Promise.race([
      getDb().then(async (db) => {
        await db.execute(sql`select 1`);
        return isWorkerAlive(db, now);
      }),
      new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no answer within 3 s')), 3_000).unref()),
    ]);
    return { status: alive ? 'ok' : 'down', ...base, database: 'ok', worker: alive ? 'ok' : 'down' };
  } catch (error) {
    log.error({ err: error }, 'health: database down');
    return { status: 'down', ...base, database: 'down', worker: 'unknown' };
  }
}
