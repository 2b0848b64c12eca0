import 'server-only';
import { mkdirSync } from 'node:fs';
import { ExpectedError } from '@/lib/errors';
import type { OpenDb } from './db';
import { openPglite } from './open-pglite';
import { openPostgres } from './open-postgres';

export type { OpenDb };

/**
 * Opens the database and brings it to the newest schema: PostgreSQL when there is a URL, else the embedded one in
 * `<dataDir>/db`.
 *
 * @throws ExpectedError `database-unreachable`, or `conflict` when another process has the embedded database open
 */
export async function openDb(options: { databaseUrl: string | null; dataDir: string }): Promise<OpenDb> {
  if (options.databaseUrl !== null) return openPostgres(options.databaseUrl);
  try {
    mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new ExpectedError('database-unreachable', `The data directory ${options.dataDir} can't be created.`, {
      fix: 'Make its parent writable, or set GATEHOUSE_DATA_DIR to another directory.',
      actor: 'us',
      cause: error,
    });
  }
  return openPglite(options.dataDir);
}
