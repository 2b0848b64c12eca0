import 'server-only';
import type { Db } from '@/lib/db/db';
import { type Confirmation, type Connection, type Place, type Preflight, samePlace } from './model';
import { sameIdentity } from './refresh-identity';
import { readStored } from './stored';

export interface ConnectionState extends Connection {
  /** The last one that was run for this identity. */
  preflight: Preflight | null;
  /** Null where nobody has confirmed this account and region yet. */
  confirmed: Confirmation | null;
}

/** What pages show of the connection, from the database alone. */
export async function readConnection(db: Db, place: Place): Promise<ConnectionState> {
  const [known, preflight, confirmation] = await Promise.all([
    readStored(db, 'connection.identity'),
    readStored(db, 'connection.preflight'),
    readStored(db, 'connection.confirmed'),
  ]);
  const { identity: seen = null, failure = null } = known ?? {};
  // Another region or endpoint was set since; who we are there is not known yet.
  const identity = seen && samePlace(seen, place) ? seen : null;
  const ofThis = confirmation && samePlace(confirmation, place) && confirmation.account === identity?.account;
  return {
    identity,
    failure,
    preflight: preflight && identity && sameIdentity(preflight, identity) ? preflight : null,
    confirmed: ofThis ? confirmation : null,
  };
}
