import { parseArgs } from 'node:util';
import { readCheckpointFile } from '@/lib/audit/chain/checkpoint-file';
import { readKnownKeys } from '@/lib/audit/chain/signing-key';
import { verifyChain } from '@/lib/audit/chain/verify-chain';
import { printVerdict } from '@/lib/audit/print-verdict';
import { env } from '@/lib/env';
import { ExpectedError } from '@/lib/errors';
import { log } from '@/lib/log';
import { closeDb, getDb } from '@/lib/runtime';

const usage = `npm run audit:verify -- [--json] [--public-key FILE]… [--since SEQ]
Exit status: 0 the log is whole, 1 it is not, 2 it could not be read.`;

/** Verifies the audit log against its chain, the signed checkpoints, and those in the data directory. */
async function main(): Promise<number> {
  const { json, since, keys } = readArguments();
  const db = await getDb();
  const { dataDir } = env();
  const verdict = await verifyChain(db, {
    keys: readKnownKeys(dataDir, keys),
    file: readCheckpointFile(dataDir),
    ...(since === null ? {} : { since }),
    onProgress: ({ rows, total }) => {
      if (process.stderr.isTTY && !json) process.stderr.write(`\r${rows} of ${total} rows`);
    },
  });
  if (process.stderr.isTTY && !json) process.stderr.write('\r\u001B[K');
  console.log(json ? JSON.stringify(verdict) : printVerdict(verdict));
  return verdict.whole ? 0 : 1;
}

function readArguments(): { json: boolean; since: number | null; keys: string[] } {
  try {
    const { values } = parseArgs({
      options: {
        json: { type: 'boolean', default: false },
        'public-key': { type: 'string', multiple: true, default: [] },
        since: { type: 'string' },
      },
    });
    if (values.since !== undefined && !/^\d{1,15}$/.test(values.since)) throw new Error('--since takes a number');
    const since = values.since === undefined ? null : Number(values.since);
    return { json: values.json, since, keys: values['public-key'] };
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new ExpectedError('invalid', what, { fix: usage });
  }
}

main()
  .then(async (code) => {
    await closeDb();
    process.exit(code);
  })
  .catch((error) => {
    if (error instanceof ExpectedError) console.error(`Not verified: ${error.message}\n${fixOf(error)}`.trim());
    else log.fatal({ err: error }, 'the audit log was not verified');
    process.exit(2);
  });

/** The embedded database belongs to one process, and that one can verify, too. */
function fixOf(error: ExpectedError): string {
  return error.code === 'conflict'
    ? 'Verify in the console (Settings, Audit log, Verify now), or stop it and run this again.'
    : (error.options.fix ?? '');
}
