import type { CallRates, Plan, PlannedCall } from './calls';
import type { Diff } from './edits';
import type { Snapshot } from './model';
import { apiPatches } from './plan/api-patches';
import { planRemovedRoutes, planRoutes } from './plan/plan-resources';
import { planShared } from './plan/plan-shared';
import { timeOf } from './plan/plan-time';
import { planned } from './plan/planned';
import { stagePatches } from './plan/stage-patches';
import { withoutRecreated } from './plan/without-recreated';
import { entryOf, keysOfBoth } from './records';
import { sameValue } from './same-value';

/**
 * The calls that make of the gateway `diff.from` the gateway `diff.to`, in an order that AWS takes, and the time that its quotas want for
 * them. Stages are changed, never made or deleted: that is a matter of deployments.
 */
export function plan({ from, to }: Pick<Diff, 'from' | 'to'>, rates: CallRates): Plan {
  const between = withoutRecreated(from, to);
  const calls = between ? [...callsBetween(from, between), ...callsBetween(between, to)] : callsBetween(from, to);
  return { calls, ...timeOf(calls, rates) };
}

/**
 * What is removed goes first, because a new path variable may take its place; shared things come before the methods that refer to them and
 * go after them.
 */
function callsBetween(from: Snapshot, to: Snapshot): PlannedCall[] {
  const shared = planShared(from, to);
  return [
    ...planApi(from, to),
    ...planGatewayResponses(from, to),
    ...planRemovedRoutes(from, to),
    ...shared.made,
    ...planRoutes(from, to),
    ...shared.deleted,
    ...planStages(from, to),
  ];
}

function planApi(from: Snapshot, to: Snapshot): PlannedCall[] {
  const patches = apiPatches(from.api, to.api);
  return patches.length === 0 ? [] : [planned({ kind: 'api' }, { operation: 'UpdateRestApi', patches })];
}

/** A put replaces all of it, and alone fills in AWS's body where there is none. */
function planGatewayResponses(from: Snapshot, to: Snapshot): PlannedCall[] {
  return keysOfBoth(from.gatewayResponses, to.gatewayResponses).flatMap((type) => {
    const [before, after] = [entryOf(from.gatewayResponses, type), entryOf(to.gatewayResponses, type)];
    if (sameValue(before, after)) return [];
    return planned(
      { kind: 'gateway-response', type },
      after === null
        ? { operation: 'DeleteGatewayResponse', type }
        : { operation: 'PutGatewayResponse', type, response: after },
    );
  });
}

function planStages(from: Snapshot, to: Snapshot): PlannedCall[] {
  return Object.entries(to.stages).flatMap(([name, after]) => {
    const before = entryOf(from.stages, name);
    const patches = before ? stagePatches(before, after) : [];
    return patches.length === 0 ? [] : [planned({ kind: 'stage', name }, { operation: 'UpdateStage', name, patches })];
  });
}
