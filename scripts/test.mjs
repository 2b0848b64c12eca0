// `npm test`: every check there is, from a fresh checkout. Ends with `N passed, N failed`.
import path from 'node:path';
import { build } from './start/build.mjs';
import { exitWith } from './start/fail.mjs';
import { checkNode, install } from './start/install.mjs';
import { ensureAwsCli } from './test/awscli.mjs';
import { ensureBrowser } from './test/browser.mjs';
import { Checks, verify } from './test/checks.mjs';
import { startPostgres } from './test/postgres.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** What comes near the database, for its second engine: the tests of all that leads to it. */
const onPostgres = ['related', 'lib/db/test-db.ts', 'lib/db/open-postgres.ts'];

async function test() {
  checkNode();
  await install(root);
  await ensureAwsCli();
  const checks = new Checks(root);
  await verify(checks);

  const postgres = process.env.TEST_DATABASE_URL ? null : await startPostgres();
  try {
    const url = process.env.TEST_DATABASE_URL ?? postgres?.url;
    const env = url ? { TEST_DATABASE_URL: url } : {};
    if (url) await checks.vitest('verbs on PostgreSQL', onPostgres, env);
    else console.log('\nNo PostgreSQL here: the verbs were tested on the embedded database only.');

    const browser = await ensureBrowser(root);
    await build(root);
    await checks.playwright('end to end', [], { ...env, ...(browser && { GATEHOUSE_CHROMIUM: browser }) });
  } finally {
    await postgres?.stop();
  }
  checks.finish();
}

test().catch(exitWith);
