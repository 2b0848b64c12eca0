import 'server-only';
import { recordEvent } from '@/lib/audit/record-event';
import { AwsError } from '@/lib/aws/errors';
import { getCallerIdentity } from '@/lib/aws/sts/get-caller-identity';
import type { Context } from '@/lib/context';
import { type Connection, type Identity, samePlace } from './model';
import { readStored, writeStored } from './stored';

/**
 * Asks STS in whose name calls are made and keeps the answer for the pages; another identity than before is written down. When STS can't
 * be asked, that is kept beside the identity seen last.
 */
export async function refreshIdentity(ctx: Context): Promise<Connection> {
  const known = (await readStored(ctx.db, 'connection.identity'))?.identity ?? null;
  const seen = await ask(ctx, known);
  const { identity } = seen;
  await ctx.db.transaction(async (tx) => {
    await writeStored(tx, 'connection.identity', seen, ctx.now());
    if (identity === null || (known !== null && sameIdentity(identity, known))) return;
    const before = known === null ? { account: null, arn: null, region: null, endpoint: null } : essence(known);
    const event = { resourceId: identity.account, before, after: essence(identity) };
    await recordEvent({ ...ctx, db: tx }, { action: 'connection.identity-changed', ...event });
  });
  return seen;
}

async function ask(ctx: Context, known: Identity | null): Promise<Connection> {
  const at = ctx.now().toISOString();
  try {
    const identity = { ...(await getCallerIdentity(ctx.aws)), region: ctx.aws.region, endpoint: ctx.aws.endpoint, at };
    return { identity, failure: null };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return { identity: known, failure: { at, sentence: error.message, fix: error.fix } };
  }
}

/** Whether two identities have the same permissions in the same place; sessions of one role do. */
export function sameIdentity(one: Who, other: Who): boolean {
  return one.account === other.account && samePlace(one, other) && roleOf(one.arn) === roleOf(other.arn);
}

type Who = Pick<Identity, 'account' | 'arn' | 'region' | 'endpoint'>;

/** Without the name of the session, which instances change at will. */
function roleOf(arn: string): string {
  return arn.replace(/(:assumed-role\/[^/]+)\/.*$/, '$1');
}

function essence({ account, arn, region, endpoint }: Identity): Who {
  return { account, arn, region, endpoint };
}
