import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import type { ApproverRole } from '@/lib/approvals/model';
import { readPolicies } from '@/lib/approvals/read-policies';
import type { TenantLimit } from '@/lib/auth/permissions';
import type { Db } from '@/lib/db/db';
import { deployments as deploymentRows } from '@/lib/db/schema';
import { deployable } from '@/lib/gateway/deployable';
import { diff } from '@/lib/gateway/diff';
import type { Difference } from '@/lib/gateway/edits';
import { getGatewayId } from '@/lib/inventory/get-gateway-id';
import { readInventory } from '@/lib/inventory/read-inventory';
import { readWorkingCopy } from '@/lib/inventory/read-working-copy';
import { readSnapshots } from '@/lib/inventory/snapshots';
import { listOverviewDomains } from '@/lib/overview/list-overview-domains';
import { listDeployments } from './list-deployments';
import { listStageEvents } from './list-stage-events';
import type { Deployment, StageEvent } from './model';
import { readStages, type StageWithHash } from './read-stages';
import { undeployedChanges } from './undeployed';

/** Events whose differences are worked out in full. */
const detailed = 25;

export interface StagePage extends StageWithHash {
  /** Of the working copy that `undeployed` was seen in: what a deployment is asked for. */
  workingHash: string | null;
  /** What the working copy has and the stage doesn't serve; null when one of the two is unknown. */
  undeployed: Difference[] | null;
  /** Domains whose mapping leads to the stage, as far as the reader may know their names. */
  domains: string[];
  /** How many more there are, of tenants outside of the reader's limits. */
  otherDomains: number;
  /** Lowest role of who approves what it serves; null: it needs nobody's approval. */
  approverRole: ApproverRole | null;
  history: StageHistoryRow[];
}

interface StageHistoryRow {
  event: StageEvent;
  deployment: Deployment | null;
  /** To what the stage served before; null when one of the two is unknown, or the event lies far back. */
  differences: Difference[] | null;
  current: boolean;
}

export interface DeploymentsPage {
  restApiId: string;
  stages: { name: string; differences: number | null }[];
  /** The chosen stage; null when there is none of that name. */
  stage: StagePage | null;
  deployments: Deployment[];
}

/** What /deployments shows. `stage` null is the first one. From the cache; null before the first sync. */
export async function readDeploymentsPage(
  db: Db,
  stage: string | null,
  limit: TenantLimit,
): Promise<DeploymentsPage | null> {
  const restApiId = await getGatewayId(db);
  if (restApiId === null) return null;
  const [stages, deployments, undeployed] = await Promise.all([
    readStages(db, restApiId),
    listDeployments(db, restApiId),
    undeployedChanges(db),
  ]);
  const chosen = stages.find(({ name }) => name === (stage ?? stages[0]?.name));
  return {
    restApiId,
    stages: undeployed.map(({ stage: name, differences }) => ({ name, differences })),
    stage: chosen ? await readStagePage(db, restApiId, chosen, deployments, limit) : null,
    deployments,
  };
}

async function readStagePage(
  db: Db,
  restApiId: string,
  stage: StageWithHash,
  deployments: Deployment[],
  limit: TenantLimit,
): Promise<StagePage> {
  const [events, working, mappings, policies, { domains: theirs }] = await Promise.all([
    listStageEvents(db, restApiId, stage.name),
    readWorkingCopy(db, restApiId),
    readInventory(db, 'mapping'),
    readPolicies(db, restApiId),
    listOverviewDomains(db, limit),
  ]);
  const serving = new Set(theirs.map(({ gatewayDomainName }) => gatewayDomainName));
  const leading = mappings.filter((mapping) => mapping.restApiId === restApiId && mapping.stage === stage.name);
  const named = leading.filter(({ domainName }) => limit === null || serving.has(domainName));
  const shown = events.slice(0, detailed + 1);
  const hashes = await readHashes(db, restApiId, [...shown.map((event) => event.deploymentId), stage.deploymentId]);
  const snapshots = await readSnapshots(db, [...new Set(hashes.values())]);
  const served = (deploymentId: string | undefined) => snapshots.get(hashes.get(deploymentId ?? '') ?? '') ?? null;
  const between = (from: ReturnType<typeof served>, to: ReturnType<typeof served>) =>
    from && to ? diff(deployable(from), deployable(to)).differences : null;
  return {
    ...stage,
    workingHash: working?.hash ?? null,
    undeployed: between(served(stage.deploymentId), working?.snapshot ?? null),
    domains: named.map(({ domainName }) => domainName),
    otherDomains: leading.length - named.length,
    approverRole: policies.get(stage.name) ?? null,
    history: events.map((event, index) => ({
      event,
      deployment: deployments.find(({ id }) => id === event.deploymentId) ?? null,
      differences:
        index < detailed ? between(served(events[index + 1]?.deploymentId), served(event.deploymentId)) : null,
      current: index === 0 && event.deploymentId === stage.deploymentId,
    })),
  };
}

async function readHashes(db: Db, restApiId: string, ids: string[]): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: deploymentRows.id, hash: deploymentRows.snapshotHash })
    .from(deploymentRows)
    .where(and(eq(deploymentRows.restApiId, restApiId), inArray(deploymentRows.id, ids)));
  return new Map(rows.flatMap(({ id, hash }) => (hash === null ? [] : [[id, hash] as const])));
}
