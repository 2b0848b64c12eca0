import 'server-only';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import { migrate as migrateToLatest } from 'drizzle-orm/node-postgres/migrator';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { migrate as migratePgliteToLatest } from 'drizzle-orm/pglite/migrator';
import type { Client, PoolClient } from 'pg';

/**
 * Relative to the working directory, because bundling moves this file; every way of starting (npm scripts, tests, the
 * standalone server, which changes into its own folder) runs where `lib/db/migrations` is.
 */
const migrationsFolder = () => path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/db/migrations');

/** Any number that no other application on the same database is likely to take. */
const migrationLock = 7_041_776_215;

/** Brings the embedded database to the newest schema. */
export async function migratePglite(client: PGlite): Promise<void> {
  await migratePgliteToLatest(drizzlePglite(client), { migrationsFolder: migrationsFolder() });
}

/**
 * Brings a PostgreSQL database to the newest schema; replicas that start together take turns. One that is new enough is left alone, so
 * that the application's role needs no right to change the schema (`npm run db:migrate` does it as the owner).
 */
export async function migratePostgres(client: Client | PoolClient): Promise<void> {
  if (await isNewest(client)) return;
  await client.query('select pg_advisory_lock($1)', [migrationLock]);
  try {
    await migrateToLatest(drizzlePostgres(client), { migrationsFolder: migrationsFolder() });
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock]);
  }
}

async function isNewest(client: Client | PoolClient): Promise<boolean> {
  const there = await client.query<{ there: boolean }>(
    "select to_regclass('drizzle.__drizzle_migrations') is not null as there",
  );
  if (!there.rows[0]?.there) return false;
  const { rows } = await client.query<{ newest: string | null }>(
    'select max(created_at) as newest from drizzle.__drizzle_migrations',
  );
  return Number(rows[0]?.newest ?? 0) >= newestMigration();
}

function newestMigration(): number {
  const journal = readFileSync(path.join(migrationsFolder(), 'meta/_journal.json'), 'utf8');
  const { entries } = JSON.parse(journal) as { entries: { when: number }[] };
  return Math.max(...entries.map(({ when }) => when));
}
