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

const loaded = derived(() => new Map<string, DeployedStage>());

/** Deployments from before the sandbox kept these have none. */
const nothingElse = { authorizers: [], models: [], requestValidators: [], gatewayResponses: [] };

/** `undefined` when there is no such stage, or when its deployment is gone. */
export function deployedStage(
  state: State,
  scope: string,
  restApiId: string,
  stageName: string,
): DeployedStage | undefined {
  const cache = loaded(state);
  const key = keyOf.stage(scope, restApiId, stageName);
  const known = cache.get(key);
  if (known) return known;
  const stage = state.get('stages', key);
  const deployment = stage && state.get('deployments', keyOf.deployment(scope, restApiId, stage.deploymentId));
  if (!stage || !deployment) return undefined;
  const snapshot = { ...nothingElse, ...deployment.snapshot };
  const deployed = { stage, snapshot, routes: buildRouteTree(snapshot.resources) };
  cache.set(key, deployed);
  return deployed;
}
