import 'server-only';
import type { Db } from '@/lib/db/db';
import { getGateway } from '@/lib/inventory/get-gateway';
import type { SyncState } from '@/lib/inventory/model';
import { readInventory } from '@/lib/inventory/read-inventory';
import { readSyncStates } from '@/lib/inventory/read-sync-states';

export interface FormOptions {
  /** Public zones, by name. */
  zones: { id: string; name: string }[];
  /** Stages of the shared gateway. */
  stages: string[];
  /** Whether the shared gateway has been found. */
  gateway: boolean;
  /** Kinds of the cache whose last read failed. */
  stale: SyncState[];
}

/** What the onboarding form offers to choose from, out of the cache. */
export async function getFormOptions(db: Db): Promise<FormOptions> {
  const [zones, gateway, states] = await Promise.all([
    readInventory(db, 'hosted-zone'),
    getGateway(db),
    readSyncStates(db),
  ]);
  return {
    zones: zones
      .filter((zone) => !zone.private)
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    stages: gateway?.stages.map((stage) => stage.name).sort() ?? [],
    gateway: gateway !== null,
    stale: states.filter((state) => state.failure !== null),
  };
}
