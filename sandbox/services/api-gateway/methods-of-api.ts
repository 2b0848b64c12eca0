import type { Method } from '@aws-sdk/client-api-gateway';
import type { Context } from '../../context';
import { keyOf } from '../../scope';

export interface MethodOfApi {
  path: string;
  verb: string;
  method: Method;
}

/** All methods of an API's working copy, the deepest paths first: who looks for a use names the first. */
export function methodsOfApi({ state, scope }: Context, restApiId: string): MethodOfApi[] {
  const resources = state.list('resources', keyOf.resource(scope, restApiId));
  resources.sort((a, b) => (a.path < b.path ? 1 : -1));
  return resources.flatMap(({ path, resourceMethods = {} }) =>
    Object.entries(resourceMethods).map(([verb, method]) => ({ path, verb, method })),
  );
}
