import 'server-only';
import type { Db } from '@/lib/db/db';
import { getGateway } from '@/lib/inventory/get-gateway';
import { readInventory } from '@/lib/inventory/read-inventory';
import type { BatchDefaults } from './to-onboarding';

/** Zones and stages out of the cache. */
export async function readDefaults(db: Db): Promise<BatchDefaults> {
  const [zones, gateway] = await Promise.all([readInventory(db, 'hosted-zone'), getGateway(db)]);
  return { zones, stages: gateway?.stages.map(({ name }) => name) ?? [] };
}
