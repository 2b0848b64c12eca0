import type { GatewayCall, PlannedCall } from '@/lib/gateway/calls';
import type { Method } from '@/lib/gateway/model';
import type { At } from './declared';
import { methodPatches } from './method-patches';
import { planIntegration } from './plan-integration';
import { planResponses } from './plan-responses';
import { planned } from './planned';

/** Calls that make a method what it is to be; `before` is null for a new one. */
export function planRoute(at: At, before: Method | null, after: Method): PlannedCall[] {
  return before === null ? newRoute(at, after) : changedRoute(at, before, after);
}

function newRoute(at: At, method: Method): PlannedCall[] {
  const { integration } = method;
  const put = (call: GatewayCall) => planned({ kind: 'method', ...at }, call);
  return [
    put({ operation: 'PutMethod', ...at, method }),
    ...Object.entries(method.responses).map(([status, response]) =>
      put({ operation: 'PutMethodResponse', ...at, status, response }),
    ),
    ...(integration ? [put({ operation: 'PutIntegration', ...at, integration })] : []),
    ...Object.entries(integration?.responses ?? {}).map(([status, response]) =>
      put({ operation: 'PutIntegrationResponse', ...at, status, response }),
    ),
  ];
}

/**
 * What is mapped has to be declared before and until it is: the method's parameters for the integration, the method response's headers
 * for the integration response of its status.
 */
function changedRoute(at: At, before: Method, after: Method): PlannedCall[] {
  const patches = methodPatches(before, after);
  const update =
    patches.length === 0 ? [] : [planned({ kind: 'method', ...at }, { operation: 'UpdateMethod', ...at, patches })];
  const { gone, early, late, isNew } = planIntegration(at, before, after);
  const responses = planResponses(at, before, after, isNew);
  return [...gone, ...responses.gone, ...early, ...update, ...late, ...responses.changed, ...responses.undeclared];
}
