import type { GatewayCall, PlannedCall } from '@/lib/gateway/calls';
import { declarationsFor } from '@/lib/gateway/mapping/declarations-for';
import type { Integration, Method } from '@/lib/gateway/model';
import { type At, missesOne } from './declared';
import { integrationPatches, mustBePutAgain } from './integration-patches';
import { planned } from './planned';

export interface IntegrationPlan {
  /** First of all. */
  gone: PlannedCall[];
  /** Before the method itself is changed. */
  early: PlannedCall[];
  /** After it. */
  late: PlannedCall[];
  /** The integration is put: it has none of its responses any more. */
  isNew: boolean;
}

export function planIntegration(at: At, from: Method, to: Method): IntegrationPlan {
  const [before, after] = [from.integration, to.integration];
  const call = (each: GatewayCall) => [planned({ kind: 'integration', ...at }, each)];
  const nothing: IntegrationPlan = { gone: [], early: [], late: [], isNew: false };
  if (after === null) {
    return before === null ? nothing : { ...nothing, gone: call({ operation: 'DeleteIntegration', ...at }) };
  }
  const put = call({ operation: 'PutIntegration', ...at, integration: after });
  if (before === null) return { ...nothing, late: put, isNew: true };

  const isNew = mustBePutAgain(before, after);
  const change = (since: Integration) => {
    if (isNew) return put;
    const patches = integrationPatches(since, after);
    return patches.length === 0 ? [] : call({ operation: 'UpdateIntegration', ...at, patches });
  };
  const usesOld = (integration: Integration) =>
    missesOne(from.requestParameters, to.requestParameters, declarationsOf(integration));
  if (!usesOld(before)) return { ...nothing, late: change(before), isNew };
  if (!missesOne(to.requestParameters, from.requestParameters, declarationsOf(after))) {
    return { ...nothing, early: change(before), isNew };
  }
  // It uses what goes and will use what comes: without the one first, with the other last.
  const between = withoutUses(before, (keys) => missesOne(from.requestParameters, to.requestParameters, keys));
  const early = call({ operation: 'UpdateIntegration', ...at, patches: integrationPatches(before, between) });
  return { ...nothing, early, late: change(between), isNew };
}

/** Keys of the method's parameters that an integration can't do without. */
function declarationsOf({ requestParameters, cacheKeyParameters }: Integration): string[] {
  return [...declarationsFor(requestParameters), ...cacheKeyParameters];
}

function withoutUses(integration: Integration, isUse: (keys: string[]) => boolean): Integration {
  const kept = Object.entries(integration.requestParameters).filter(
    ([key, source]) => !isUse(declarationsFor({ [key]: source })),
  );
  return {
    ...integration,
    requestParameters: Object.fromEntries(kept),
    cacheKeyParameters: integration.cacheKeyParameters.filter((key) => !isUse([key])),
  };
}
