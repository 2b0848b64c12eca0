import type { GatewayCall } from '@/lib/gateway/calls';
import { integrationInWords } from '@/lib/gateway/sentences/integration-in-words';

/** What a call does, for the list of steps. */
export function callSentence(call: GatewayCall): string {
  switch (call.operation) {
    case 'UpdateRestApi':
      return 'Change the settings of the API';
    case 'CreateResource':
      return `Create the resource ${call.path}`;
    case 'DeleteResource':
      return `Delete the resource ${call.path} and all below it`;
    case 'PutMethod':
      return `Add ${call.verb} ${call.path}`;
    case 'UpdateMethod':
      return `Change ${call.verb} ${call.path}`;
    case 'DeleteMethod':
      return `Delete ${call.verb} ${call.path}`;
    case 'PutIntegration':
      return `Set the integration of ${call.verb} ${call.path}: ${integrationInWords(call.integration)}`;
    case 'UpdateIntegration':
      return `Change the integration of ${call.verb} ${call.path}`;
    case 'DeleteIntegration':
      return `Delete the integration of ${call.verb} ${call.path}`;
    case 'PutMethodResponse':
      return `Add the response ${call.status} of ${call.verb} ${call.path}`;
    case 'UpdateMethodResponse':
      return `Change the response ${call.status} of ${call.verb} ${call.path}`;
    case 'DeleteMethodResponse':
      return `Delete the response ${call.status} of ${call.verb} ${call.path}`;
    case 'PutIntegrationResponse':
      return `Set what the back end's answer of ${call.verb} ${call.path} becomes as ${call.status}`;
    case 'UpdateIntegrationResponse':
      return `Change what the back end's answer of ${call.verb} ${call.path} becomes as ${call.status}`;
    case 'DeleteIntegrationResponse':
      return `Delete what the back end's answer of ${call.verb} ${call.path} becomes as ${call.status}`;
    case 'CreateAuthorizer':
      return `Create the authorizer ${call.name}`;
    case 'UpdateAuthorizer':
      return `Change the authorizer ${call.name}`;
    case 'DeleteAuthorizer':
      return `Delete the authorizer ${call.name}`;
    case 'CreateModel':
      return `Create the model ${call.name}`;
    case 'UpdateModel':
      return `Change the model ${call.name}`;
    case 'DeleteModel':
      return `Delete the model ${call.name}`;
    case 'CreateRequestValidator':
      return `Create the request validator ${call.name}`;
    case 'UpdateRequestValidator':
      return `Change the request validator ${call.name}`;
    case 'DeleteRequestValidator':
      return `Delete the request validator ${call.name}`;
    case 'PutGatewayResponse':
    case 'UpdateGatewayResponse':
      return `Set the gateway response ${call.type}`;
    case 'DeleteGatewayResponse':
      return `Make the gateway response ${call.type} AWS's own again`;
    case 'UpdateStage':
      return `Change the settings of the stage ${call.name}`;
  }
}
