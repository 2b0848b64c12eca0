import type { State } from '../state';
import { type DeployedStage, deployedStage } from './deployed-stage';
import { GatewayFault } from './fault';
import { findTarget, type Target } from './find-target';
import type { CallContext, GatewayCall, GatewayRequest } from './gateway-call';
import { matchResource } from './match-resource';
import { isVerb } from './receive-request';

/** A request that has found its stage. */
export interface Arrival {
  context: CallContext;
  target: Target;
  routes: DeployedStage['routes'];
}

/** From host and path to the stage and what it serves. Throws Forbidden where they lead nowhere. */
export function arrive(state: State, received: GatewayRequest): Arrival {
  const target = findTarget(state, received.host, received.path);
  const { scope, restApiId, stageName } = target;
  const deployed = deployedStage(state, scope, restApiId, stageName);
  if (!deployed) throw new GatewayFault('forbidden', `no deployed stage ${restApiId}/${stageName}`);
  const { stage, snapshot, routes, isCanary } = deployed;
  if (target.isDefaultEndpoint && snapshot.restApi.disableExecuteApiEndpoint) throw new GatewayFault('forbidden');
  const request = target.lowerCasesHeaders ? lowerCaseHeaders(received) : received;
  const restApi = { ...snapshot.restApi, id: restApiId };
  const { basePath } = target;
  const found = { scope, request, restApi, snapshot, stage, isCanary, basePath };
  const context = { ...found, resource: null, pathParameters: {} };
  return { context, target, routes };
}

/** On to resource, method and integration. Throws the refusal of paths and verbs that aren't there. */
export function findCall({ context, target, routes }: Arrival): GatewayCall {
  const { request } = context;
  // `ANY` means these, not whatever a client makes up.
  const matched = isVerb(request.verb) ? matchResource(routes, request.verb, target.path) : undefined;
  const method = matched?.resource.resourceMethods?.[matched.methodKey];
  if (!matched || !method) throw new GatewayFault('missingAuthenticationToken');
  const { resource, pathParameters } = matched;
  const eventPath = target.isDefaultEndpoint ? target.path : request.path.replace(/^\/{2,}/, '/');
  // A method without an integration is only found out once the caller may pass.
  return { ...context, resource, method, integration: method.methodIntegration ?? {}, pathParameters, eventPath };
}

function lowerCaseHeaders(request: GatewayRequest): GatewayRequest {
  return { ...request, headers: request.headers.map(([name, value]) => [name.toLowerCase(), value]) };
}
