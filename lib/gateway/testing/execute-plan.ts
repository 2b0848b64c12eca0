import type { GatewayCall } from '@/lib/gateway/calls';
import { parentOf } from '@/lib/gateway/canonicalise/parents';
import type { Method, Snapshot } from '@/lib/gateway/model';
import { applyPatches } from './execute/apply-patches';

/**
 * A gateway after a call, as AWS would have it, not canonical. Refuses what is strictly wrong by itself: making what is there, changing
 * what isn't. What calls leave dangling, the caller looks for in the gateway between them.
 */
export function executeCall(before: Snapshot, call: GatewayCall): Snapshot {
  const gateway = structuredClone(before);
  switch (call.operation) {
    case 'UpdateRestApi':
      applyPatches('api', gateway.api, call.patches);
      break;
    case 'CreateResource':
      the(gateway.resources, parentOf(call.path) ?? '');
      create(gateway.resources, call.path, { methods: {} });
      break;
    case 'DeleteResource':
      for (const path of Object.keys(gateway.resources)) {
        if (path === call.path || path.startsWith(`${call.path}/`)) remove(gateway.resources, path);
      }
      break;
    case 'CreateAuthorizer':
      create(gateway.authorizers, call.name, call.authorizer);
      break;
    case 'UpdateAuthorizer':
      applyPatches('authorizer', the(gateway.authorizers, call.name), call.patches);
      break;
    case 'DeleteAuthorizer':
      remove(gateway.authorizers, call.name);
      break;
    case 'CreateModel':
      create(gateway.models, call.name, call.model);
      break;
    case 'UpdateModel':
      applyPatches('model', the(gateway.models, call.name), call.patches);
      break;
    case 'DeleteModel':
      remove(gateway.models, call.name);
      break;
    case 'CreateRequestValidator':
      create(gateway.validators, call.name, call.validator);
      break;
    case 'UpdateRequestValidator':
      applyPatches('validator', the(gateway.validators, call.name), call.patches);
      break;
    case 'DeleteRequestValidator':
      remove(gateway.validators, call.name);
      break;
    case 'PutGatewayResponse':
      gateway.gatewayResponses[call.type] = structuredClone(call.response);
      break;
    case 'DeleteGatewayResponse':
      remove(gateway.gatewayResponses, call.type);
      break;
    case 'UpdateGatewayResponse':
      throw new Error('plans put gateway responses');
    case 'UpdateStage':
      applyPatches('stage', the(gateway.stages, call.name), call.patches);
      break;
    default:
      onMethod(the(gateway.resources, call.path), call);
  }
  return gateway;
}

type MethodCall = Extract<GatewayCall, { verb: unknown }>;

function onMethod(resource: Snapshot['resources'][string], call: MethodCall): void {
  const methods = resource.methods as Record<string, Method>;
  if (call.operation === 'PutMethod') {
    create(methods, call.verb, { ...call.method, responses: {}, integration: null });
    return;
  }
  const method = the(methods, call.verb);
  const integration = () => the({ integration: method.integration }, 'integration');
  switch (call.operation) {
    case 'UpdateMethod':
      applyPatches('method', method, call.patches);
      return;
    case 'DeleteMethod':
      remove(methods, call.verb);
      return;
    case 'PutIntegration':
      method.integration = { ...structuredClone(call.integration), responses: {} };
      return;
    case 'UpdateIntegration':
      applyPatches('integration', integration(), call.patches);
      return;
    case 'DeleteIntegration':
      integration();
      method.integration = null;
      return;
    case 'PutMethodResponse':
      create(method.responses, call.status, call.response);
      return;
    case 'UpdateMethodResponse':
      applyPatches('method-response', the(method.responses, call.status), call.patches);
      return;
    case 'DeleteMethodResponse':
      remove(method.responses, call.status);
      return;
    case 'PutIntegrationResponse':
      the(method.responses, call.status);
      integration().responses[call.status] = structuredClone(call.response);
      return;
    case 'UpdateIntegrationResponse':
      applyPatches('integration-response', the(integration().responses, call.status), call.patches);
      return;
    case 'DeleteIntegrationResponse':
      remove(integration().responses, call.status);
      return;
  }
}

function the<Value>(record: Record<string, Value>, key: string): NonNullable<Value> {
  const value = record[key];
  if (value === undefined || value === null) throw new Error(`there is no ${key}`);
  return value;
}

function create<Value>(record: Record<string, Value>, key: string, value: Value): void {
  if (key in record) throw new Error(`there is a ${key} already`);
  record[key] = structuredClone(value);
}

function remove(record: Record<string, unknown>, key: string): void {
  the(record, key);
  delete record[key];
}
