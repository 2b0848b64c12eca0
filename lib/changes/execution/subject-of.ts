import type { GatewayCall } from '@/lib/gateway/calls';
import type { Subject } from '@/lib/gateway/subjects';

/** What a call is about. */
export function subjectOf(call: GatewayCall): Subject {
  switch (call.operation) {
    case 'UpdateRestApi':
      return { kind: 'api' };
    case 'CreateResource':
    case 'DeleteResource':
      return { kind: 'resource', path: call.path };
    case 'PutMethod':
    case 'UpdateMethod':
    case 'DeleteMethod':
      return { kind: 'method', path: call.path, verb: call.verb };
    case 'PutIntegration':
    case 'UpdateIntegration':
    case 'DeleteIntegration':
      return { kind: 'integration', path: call.path, verb: call.verb };
    case 'PutMethodResponse':
    case 'UpdateMethodResponse':
    case 'DeleteMethodResponse':
      return { kind: 'method-response', path: call.path, verb: call.verb, status: call.status };
    case 'PutIntegrationResponse':
    case 'UpdateIntegrationResponse':
    case 'DeleteIntegrationResponse':
      return { kind: 'integration-response', path: call.path, verb: call.verb, status: call.status };
    case 'CreateAuthorizer':
    case 'UpdateAuthorizer':
    case 'DeleteAuthorizer':
      return { kind: 'authorizer', name: call.name };
    case 'CreateModel':
    case 'UpdateModel':
    case 'DeleteModel':
      return { kind: 'model', name: call.name };
    case 'CreateRequestValidator':
    case 'UpdateRequestValidator':
    case 'DeleteRequestValidator':
      return { kind: 'validator', name: call.name };
    case 'PutGatewayResponse':
    case 'UpdateGatewayResponse':
    case 'DeleteGatewayResponse':
      return { kind: 'gateway-response', type: call.type };
    case 'UpdateStage':
      return { kind: 'stage', name: call.name };
  }
}
