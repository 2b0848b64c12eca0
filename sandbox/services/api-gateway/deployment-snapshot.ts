import type { Context } from '../../context';
import type { Collections, DeploymentSnapshot } from '../../model';
import { keyOf } from '../../scope';

/** The whole API as it is now, which is what a deployment keeps. */
export function deploymentSnapshot({ state, scope }: Context, restApi: Collections['restApis']): DeploymentSnapshot {
  const prefix = `${keyOf.restApi(scope, restApi.id)}/`;
  return {
    restApi,
    resources: state.list('resources', prefix),
    authorizers: state.list('authorizers', prefix),
    models: state.list('models', prefix),
    requestValidators: state.list('requestValidators', prefix),
    gatewayResponses: state.list('gatewayResponses', prefix),
  };
}
