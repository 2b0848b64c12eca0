import 'server-only';
import type { Db } from '@/lib/db/db';
import { getGatewayId } from '@/lib/inventory/get-gateway-id';
import { readInventory } from '@/lib/inventory/read-inventory';
import type { ApproverRole } from './model';
import { readPolicies } from './read-policies';

export interface StagePolicy {
  stage: string;
  /** Lowest role of who approves; null: it needs nobody's approval. */
  approverRole: ApproverRole | null;
  /** The gateway has no such stage (any more); the rule waits for one of its name. */
  gone: boolean;
}

/** The stages of the gateway and whether they need approval, by name. From the cache; null before the first sync. */
export async function listStagePolicies(db: Db): Promise<StagePolicy[] | null> {
  const restApiId = await getGatewayId(db);
  if (restApiId === null) return null;
  const [stages, policies] = await Promise.all([readInventory(db, 'stage'), readPolicies(db, restApiId)]);
  const there = stages.flatMap((stage) => (stage.restApiId === restApiId ? stage.name : []));
  return [...new Set([...there, ...policies.keys()])].sort().map((stage) => {
    return { stage, approverRole: policies.get(stage) ?? null, gone: !there.includes(stage) };
  });
}
