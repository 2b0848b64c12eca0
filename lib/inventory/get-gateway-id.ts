import 'server-only';
import type { Db } from '@/lib/db/db';
import { env } from '@/lib/env';
import { findGateway } from './find-gateway';
import { readInventory } from './read-inventory';

/** The shared gateway's id from the cache; null when `getGateway` answers null. */
export async function getGatewayId(db: Db): Promise<string | null> {
  return findGateway(await readInventory(db, 'rest-api'), env().restApiId)?.id ?? null;
}
