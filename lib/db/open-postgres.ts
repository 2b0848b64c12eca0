import 'server-only';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { ExpectedError } from '@/lib/errors';
import { databaseUnreachable } from './database-error';
import type { Db, OpenDb } from './db';
import { migratePostgres } from './migrate';
import * as schema from './schema';

/** Opens PostgreSQL 15 or newer. Connections that break later are replaced by the pool. */
export async function openPostgres(databaseUrl: string): Promise<OpenDb> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 10,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    // Compiling a page's queries anew each time takes longer than they run: two seconds with a million rows in the audit log.
    onConnect: async (client) => {
      await client.query('set jit = off');
    },
  });
  // A connection that breaks while nobody waits for it must not end the process: the next query opens another one, or
  // says why it can't. The pool listens only to connections at rest, not to one that a transaction holds.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  try {
    const client = await pool.connect();
    try {
      await requireVersion(client);
      await migratePostgres(client);
    } finally {
      client.release();
    }
  } catch (error) {
    await pool.end();
    throw databaseUnreachable(error) ?? error;
  }
  return { db: drizzle(pool, { schema }) as unknown as Db, engine: 'postgres', close: () => pool.end() };
}

async function requireVersion(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
  const version = Number(rows[0]?.server_version_num ?? 0);
  if (version >= 150_000) return;
  throw new ExpectedError(
    'database-unreachable',
    `The database is PostgreSQL ${Math.floor(version / 10_000)}, which is too old.`,
    {
      fix: 'Point DATABASE_URL at PostgreSQL 15 or newer.',
      actor: 'us',
    },
  );
}
