import 'server-only';
import { accessSync, constants, existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { ExpectedError } from '@/lib/errors';
import type { Db, OpenDb } from './db';
import { lockDataDir } from './lock-data-dir';
import { migratePglite } from './migrate';
import * as schema from './schema';

/** The embedded database has no autovacuum; without one, rows that are rewritten every minute pile up. */
const vacuumEveryMs = 60 * 60_000;

/** PostgreSQL's default cache of 128 MB would be most of the console's memory; ours is a small database. */
export const frugalStart = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'];

/** The embedded database as our one type; both drivers answer `execute` with `rows`. */
export function pgliteDb(client: PGlite): Db {
  return drizzle(client, { schema }) as unknown as Db;
}

/**
 * Opens `<dataDir>/db`, creating it when absent. A commit that was acknowledged survives any end of the process; it may
 * not survive a power failure, because PGlite has no fsync.
 */
export async function openPglite(dataDir: string): Promise<OpenDb> {
  try {
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new ExpectedError('database-unreachable', `The data directory ${dataDir} can't be written.`, {
      fix: 'Make it writable for this user, or set GATEHOUSE_DATA_DIR to another directory.',
      actor: 'us',
      cause: error,
    });
  }
  const unlock = await lockPatiently(dataDir);
  try {
    await createOnce(dataDir);
    const client = await PGlite.create(path.join(dataDir, 'db'), {
      startParams: frugalStart,
    });
    await migratePglite(client);
    const cleaning = setInterval(() => void client.exec('vacuum').catch(() => {}), vacuumEveryMs);
    cleaning.unref();
    const close = async () => {
      clearInterval(cleaning);
      await client.close();
      unlock();
    };
    return { db: pgliteDb(client), engine: 'pglite', close };
  } catch (error) {
    unlock();
    throw new ExpectedError('database-unreachable', `The embedded database in ${dataDir} can't be opened.`, {
      fix: 'Restore the data directory from a backup, or choose another GATEHOUSE_DATA_DIR; the log has the details.',
      actor: 'us',
      cause: error,
    });
  }
}

/** A process that was just killed or told to stop needs a moment to be gone. */
async function lockPatiently(dataDir: string): Promise<() => void> {
  for (let waited = 0; ; waited += 100) {
    try {
      return lockDataDir(dataDir);
    } catch (error) {
      if (!(error instanceof ExpectedError) || waited >= 1_500) throw error;
      await sleep(100);
    }
  }
}

/** A first start that is killed half-way must not leave half a database behind: it is made aside and then renamed. */
async function createOnce(dataDir: string): Promise<void> {
  const directory = path.join(dataDir, 'db');
  if (existsSync(directory)) return;
  const draft = `${directory}.new`;
  rmSync(draft, { recursive: true, force: true });
  const client = await PGlite.create(draft);
  await client.close();
  renameSync(draft, directory);
}
