import 'server-only';
import type { Db } from '@/lib/db/db';
import { env } from '@/lib/env';
import { findGateway } from './find-gateway';
import type { Resource, RestApi, Stage } from './model';
import { readInventory } from './read-inventory';

export interface Gateway {
  restApi: RestApi;
  stages: Stage[];
  /** The working copy. */
  resources: Resource[];
}

/**
 * The shared gateway from the cache; null before the first sync, and when neither GATEHOUSE_REST_API_ID nor the tag
 * `gatehouse:gateway` singles out one REST API of several.
 */
export async function getGateway(db: Db): Promise<Gateway | null> {
  const restApi = findGateway(await readInventory(db, 'rest-api'), env().restApiId);
  if (restApi === null) return null;
  const [stages, resources] = await Promise.all([readInventory(db, 'stage'), readInventory(db, 'resource')]);
  const ofIt = (item: { restApiId: string }) => item.restApiId === restApi.id;
  return { restApi, stages: stages.filter(ofIt), resources: resources.filter(ofIt) };
}
