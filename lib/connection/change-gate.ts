import 'server-only';
import type { ChangeRefusal } from '@/lib/aws/options';
import type { Db } from '@/lib/db/db';
import { type Place, printAccount, samePlace } from './model';
import { readStored } from './stored';

/** Credentials may be replaced while the console runs; the account is asked for again after so long. */
const identityFreshForMs = 60_000;

interface Options {
  db: Db;
  place: Place;
  /** Asks STS. */
  identify: () => Promise<{ account: string }>;
  nowMs?: () => number;
}

/**
 * What the door asks before anything is changed: whether an administrator has confirmed the account that the credentials are of, in
 * this region. The account comes from STS and never from the cache, which may be of other credentials.
 *
 * The gate throws AwsError when STS can't be asked; then nothing is changed either.
 */
export function changeGate({ db, place, identify, nowMs = Date.now }: Options): () => Promise<ChangeRefusal | null> {
  let seen: { account: string; atMs: number } | null = null;
  return async () => {
    if (seen === null || nowMs() - seen.atMs > identityFreshForMs) {
      const { account } = await identify();
      seen = { account, atMs: nowMs() };
    }
    const confirmed = await readStored(db, 'connection.confirmed');
    if (confirmed?.account === seen.account && samePlace(confirmed, place)) return null;
    const where = `AWS account ${printAccount(seen.account)} (${place.region})`;
    return {
      sentence: `Waiting for confirmation: nothing is changed in ${where} until an administrator has confirmed that it is the right one.`,
      fix: 'An administrator confirms it once under Settings, Connection (/settings/connection).',
    };
  };
}
