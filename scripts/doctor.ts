import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { getNetwork } from '@/lib/dns/get-network';
import { normaliseHostname } from '@/lib/dns/hostname';
import { examine } from '@/lib/doctor/examine';
import type { Home } from '@/lib/doctor/facts';
import { homeOfHostname } from '@/lib/doctor/gather/home-of-domain';
import { homeOnAws } from '@/lib/doctor/gather/home-on-aws';
import { nothingKnown } from '@/lib/doctor/gather/nothing-known';
import { within } from '@/lib/doctor/gather/within';
import { printReport } from '@/lib/doctor/print-report';
import { env } from '@/lib/env';
import { ExpectedError } from '@/lib/errors';
import { log } from '@/lib/log';
import { closeDb, getDb, openAwsAlone } from '@/lib/runtime';
import { StartFailure } from './start/fail.mjs';
import { readSettings } from './start/settings.mjs';

const usage = `npm run doctor -- HOST [--json]
Exit status: 0 the host is live, 1 it is not, 2 it could not be examined.`;

/** AWS may be slow, or not there at all; the outside can be looked at without it. */
const awsMs = 10_000;

/** Examines one hostname and prints what is wrong, whose turn it is and the fix. */
async function main(): Promise<number> {
  const { host, json } = readArguments();
  lookWhereTheConsoleLooks();
  const name = normaliseHostname(host, { commonName: false });
  const home = name.ok ? await findHome(name.ascii) : nothingKnown(null);
  const report = await examine({ network: getNetwork(), now: () => new Date() }, host, home);
  console.log(
    json ? JSON.stringify({ ...report, source: home.source, note: home.note }) : printReport(report, home.note),
  );
  return report.live ? 0 : 1;
}

/** The sandbox's domains exist only there: `npm start` tells the console where, and this command has to look there, too. */
function lookWhereTheConsoleLooks(): void {
  const { onSandbox, env: settings } = readSettings(path.resolve(import.meta.dirname, '..'));
  if (!onSandbox) return;
  const names = [
    'GATEHOUSE_DNS_SERVERS',
    'GATEHOUSE_DNS_AUTHORITY_PORT',
    'GATEHOUSE_PROBE_HTTPS_PORT',
    'GATEHOUSE_PROBE_CA',
    'GATEHOUSE_DATA_DIR',
  ] as const;
  const found: Record<string, string | undefined> = settings;
  for (const name of names) process.env[name] ||= found[name];
}

/** From the database; while that is another process's, from AWS; else nothing is known but what everybody sees. */
async function findHome(hostname: string): Promise<Home> {
  let why = 'The database could not be read';
  try {
    if (hasDatabase()) return await homeOfHostname(await getDb(), hostname);
    why = 'There is no database yet';
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    if (error.code === 'conflict') why = 'The database is in use by the console';
  }
  const aws = openAwsAlone();
  const home = await within<Home | null>(awsMs, null, () => homeOnAws(aws, getNetwork().resolver, hostname));
  aws.close();
  if (home === null) return nothingKnown(`${why}, and AWS did not answer: only the outside was looked at.`);
  return { ...home, note: `${why}: AWS was asked instead.` };
}

/** Opening the embedded one would make it. */
function hasDatabase(): boolean {
  const { databaseUrl, dataDir } = env();
  return databaseUrl !== null || existsSync(path.join(dataDir, 'db'));
}

function readArguments(): { host: string; json: boolean } {
  try {
    const { values, positionals } = parseArgs({
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [host, ...more] = positionals;
    if (host === undefined || more.length > 0) throw new Error('Name one host.');
    return { host, json: values.json };
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
    if (error instanceof ExpectedError)
      console.error(`Not examined: ${error.message}\n${error.options.fix ?? ''}`.trim());
    else if (error instanceof StartFailure) console.error(`Not examined: ${error.message}`);
    else log.fatal({ err: error }, 'the host was not examined');
    process.exit(2);
  });
