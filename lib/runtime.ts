import 'server-only';
import { type Aws, createAws } from '@/lib/aws/clients';
import { memoryPaceStore } from '@/lib/aws/memory-pace-store';
import { getCallerIdentity } from '@/lib/aws/sts/get-caller-identity';
import { changeGate } from '@/lib/connection/change-gate';
import type { AuditActor, Context } from '@/lib/context';
import type { Db } from '@/lib/db/db';
import { type OpenDb, openDb } from '@/lib/db/open-db';
import { dbPaceStore } from '@/lib/db/pace-store';
import { env } from '@/lib/env';
import { awsChanged } from '@/lib/inventory/aws-changed';
import { log } from '@/lib/log';

/** One set a process: bundlers may make several copies of this module, and the embedded database bears one handle. */
const shared = globalThis as typeof globalThis & {
  gatehouseRuntime?: { database: Promise<OpenDb> | null; aws: Aws | null };
};
shared.gatehouseRuntime ??= { database: null, aws: null };
const runtime = shared.gatehouseRuntime;

/**
 * The database, opened and migrated at the first call. A failure is not kept: the next call tries again.
 *
 * @throws ExpectedError `database-unreachable`, or `conflict` when another process has the embedded database open
 */
export async function getDb(): Promise<Db> {
  runtime.database ??= openDb(env());
  const opening = runtime.database;
  try {
    return (await opening).db;
  } catch (error) {
    if (runtime.database === opening) runtime.database = null;
    throw error;
  }
}

/** AWS, or what stands for it; its pace is kept in the database, so that replicas share the quotas. */
async function getAws(): Promise<Aws> {
  const db = await getDb();
  const { confirmMutations, region, awsEndpoint: endpoint } = env();
  const identify = async () => getCallerIdentity(await getAws());
  runtime.aws ??= createAws({
    ...whereAwsIs(),
    ...(confirmMutations ? { refuseChange: changeGate({ db, place: { region, endpoint }, identify }) } : {}),
    paceStore: dbPaceStore(db),
    onChange: awsChanged,
  });
  return runtime.aws;
}

function whereAwsIs() {
  const { awsRole, region, awsEndpoint: endpoint, quotaScale } = env();
  return {
    region,
    endpoint,
    // The sandbox checks the shape of signatures only, and no real credential has any business there.
    ...(env().target === 'sandbox'
      ? { credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'sandbox' } }
      : {}),
    ...(awsRole ? { role: awsRole } : {}),
    quotaScale,
    log,
  };
}

/** AWS for a script that has no database: paced by itself, for reads only. The caller closes it. */
export function openAwsAlone(): Aws {
  const sentence = 'Without the database nothing is changed on AWS.';
  const refuseChange = async () => ({ sentence, fix: 'Do it in the console.' });
  return createAws({ ...whereAwsIs(), paceStore: memoryPaceStore(), refuseChange });
}

/** What a verb works with, on behalf of `actor`. */
export async function getContext(actor: AuditActor): Promise<Context> {
  const [db, aws] = await Promise.all([getDb(), getAws()]);
  return { db, aws, actor, now: () => new Date() };
}

/** Closes database and AWS clients, at the end of the process. */
export async function closeDb(): Promise<void> {
  const { database, aws } = runtime;
  runtime.database = null;
  runtime.aws = null;
  aws?.close();
  await (await database)?.close();
}
