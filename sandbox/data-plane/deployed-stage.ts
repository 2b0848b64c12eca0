import type { Collections, DeploymentSnapshot, StoredResource } from '../model';
import { keyOf } from '../scope';
import type { State } from '../state';
import { derived } from './derived';
import { buildRouteTree, type RouteTree } from './match-resource';

/** A stage with what it serves: the deployment's snapshot, not the working copy. */
export interface DeployedStage {
  stage: Collections['stages'];
  snapshot: DeploymentSnapshot;
  routes: RouteTree<StoredResource>;
}

interface LoadedStage extends DeployedStage {
  /** Takes its share of the requests, percent. */
  canary: (DeployedStage & { percentTraffic: number }) | null;
}

const loaded = derived(() => new Map<string, LoadedStage>(), ['stages', 'deployments']);

/** Deployments from before the sandbox kept more than the resources have none of the rest. */
export function wholeSnapshot(snapshot: DeploymentSnapshot): DeploymentSnapshot {
  const none = { authorizers: [], models: [], requestValidators: [], gatewayResponses: [] };
  return { ...none, ...snapshot };
}

/**
 * What serves the next request of a stage: its deployment or, by chance and as often as it should, its canary. `undefined`
 * when there is no such stage, or when its deployment is gone.
 */
export function deployedStage(
  state: State,
  scope: string,
  restApiId: string,
  stageName: string,
): (DeployedStage & { isCanary: boolean }) | undefined {
  const key = keyOf.stage(scope, restApiId, stageName);
  const cache = loaded(state);
  const known = cache.get(key) ?? load(state, scope, restApiId, key);
  if (!known) return undefined;
  cache.set(key, known);
  const { canary } = known;
  const isCanary = canary !== null && Math.random() * 100 < canary.percentTraffic;
  return { ...(isCanary ? canary : known), isCanary };
}

function load(state: State, scope: string, restApiId: string, key: string): LoadedStage | undefined {
  const stage = state.get('stages', key);
  if (!stage) return undefined;
  const deployed = serving(state, scope, restApiId, stage);
  if (!deployed) return undefined;
  const { deploymentId, percentTraffic = 0, stageVariableOverrides } = stage.canarySettings ?? {};
  if (!deploymentId || percentTraffic === 0) return { ...deployed, canary: null };
  const variables = { ...stage.variables, ...stageVariableOverrides };
  const canary = serving(state, scope, restApiId, { ...stage, deploymentId, variables });
  return { ...deployed, canary: canary ? { ...canary, percentTraffic } : null };
}

function serving(
  state: State,
  scope: string,
  restApiId: string,
  stage: Collections['stages'],
): DeployedStage | undefined {
  const deployment = state.get('deployments', keyOf.deployment(scope, restApiId, stage.deploymentId));
  if (!deployment) return undefined;
  const snapshot = wholeSnapshot(deployment.snapshot);
  return { stage, snapshot, routes: buildRouteTree(snapshot.resources) };
}
