import { env } from '@/lib/env';
import { ExpectedError } from '@/lib/errors';
import { log } from '@/lib/log';
import { closeDb, getDb } from '@/lib/runtime';

/**
 * Brings the database of DATABASE_URL to the newest schema, as the role that owns it: for consoles whose own role may not change the
 * schema (docs/operations.md, "Audit").
 */
async function main(): Promise<void> {
  if (env().databaseUrl === null) {
    throw new ExpectedError('invalid', 'DATABASE_URL is not set.', {
      fix: "Set it to the owner's URL; the embedded database is migrated by the console itself.",
    });
  }
  await getDb();
  console.log('The database has the newest schema.');
  await closeDb();
}

main().catch((error) => {
  if (error instanceof ExpectedError) console.error(`${error.message} ${error.options.fix ?? ''}`.trim());
  else log.fatal({ err: error }, 'the database was not migrated');
  process.exit(1);
});
