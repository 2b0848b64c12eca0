import 'server-only';
import {
  CreateAuthorizerCommand,
  CreateBasePathMappingCommand,
  CreateModelCommand,
  CreateResourceCommand,
  CreateStageCommand,
  DeleteAuthorizerCommand,
  DeleteBasePathMappingCommand,
  DeleteDomainNameCommand,
  DeleteGatewayResponseCommand,
  DeleteIntegrationCommand,
  DeleteIntegrationResponseCommand,
  DeleteMethodCommand,
  DeleteMethodResponseCommand,
  DeleteModelCommand,
  DeleteRequestValidatorCommand,
  DeleteResourceCommand,
  type GatewayResponseType,
  GetApiKeysCommand,
  GetAuthorizersCommand,
  GetBasePathMappingsCommand,
  GetDeploymentCommand,
  GetDeploymentsCommand,
  GetDomainNameCommand,
  GetDomainNamesCommand,
  GetExportCommand,
  GetGatewayResponsesCommand,
  GetModelsCommand,
  GetRequestValidatorsCommand,
  GetResourcesCommand,
  GetRestApiCommand,
  GetRestApisCommand,
  GetStageCommand,
  GetStagesCommand,
  GetVpcLinksCommand,
  PutGatewayResponseCommand,
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  PutMethodResponseCommand,
  TagResourceCommand,
  TestInvokeMethodCommand,
  UntagResourceCommand,
  UpdateApiKeyCommand,
  UpdateAuthorizerCommand,
  UpdateBasePathMappingCommand,
  UpdateDomainNameCommand,
  UpdateGatewayResponseCommand,
  UpdateIntegrationCommand,
  UpdateIntegrationResponseCommand,
  UpdateMethodCommand,
  UpdateMethodResponseCommand,
  UpdateModelCommand,
  UpdateRequestValidatorCommand,
  UpdateRestApiCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { domainNameArn } from '../api-gateway/domain-name-arn';
import type { Aws } from '../clients';
import type { OperationsOf } from '../iam/operations';
import { absent, absentHost, type Probe, type ProbeTarget } from './probe';

type Command = Parameters<Aws['apiGateway']['send']>[0];

const probe =
  (kind: 'looks' | 'asks') =>
  (command: (at: ProbeTarget) => unknown): Probe => ({
    kind,
    send: (aws, at) => aws.apiGateway.send(command(at) as Command),
  });
const looks = probe('looks');
const asks = probe('asks');
const untried = (why: string): Probe => ({ kind: 'untried', why });

/** A method below a resource that isn't there: whatever is asked of it ends in "not found". */
const method = ({ restApiId }: ProbeTarget) => ({ restApiId, resourceId: absent, httpMethod: 'GET' });
const response = (at: ProbeTarget) => ({ ...method(at), statusCode: '200' });
/** AWS has a fixed set of types, and this isn't one of them. */
const responseType = 'GATEHOUSE_PREFLIGHT' as GatewayResponseType;
const noPatch = { patchOperations: [] };
const absentName = ({ region }: ProbeTarget) => domainNameArn(region, absentHost);

export const gatewayProbes: Record<OperationsOf<'apigateway'>, Probe> = {
  GetRestApis: looks(() => new GetRestApisCommand({ limit: 1 })),
  GetRestApi: looks(({ restApiId }) => new GetRestApiCommand({ restApiId })),
  GetResources: looks(({ restApiId }) => new GetResourcesCommand({ restApiId, limit: 1 })),
  GetAuthorizers: looks(({ restApiId }) => new GetAuthorizersCommand({ restApiId, limit: 1 })),
  GetModels: looks(({ restApiId }) => new GetModelsCommand({ restApiId, limit: 1 })),
  GetRequestValidators: looks(({ restApiId }) => new GetRequestValidatorsCommand({ restApiId, limit: 1 })),
  GetGatewayResponses: looks(({ restApiId }) => new GetGatewayResponsesCommand({ restApiId, limit: 1 })),
  GetStages: looks(({ restApiId }) => new GetStagesCommand({ restApiId })),
  GetStage: looks(({ restApiId }) => new GetStageCommand({ restApiId, stageName: absent })),
  GetDeployments: looks(({ restApiId }) => new GetDeploymentsCommand({ restApiId, limit: 1 })),
  GetDeployment: looks(({ restApiId }) => new GetDeploymentCommand({ restApiId, deploymentId: absent })),
  GetExport: looks(
    ({ restApiId }) =>
      new GetExportCommand({ restApiId, stageName: absent, exportType: 'oas30', accepts: 'application/json' }),
  ),
  GetVpcLinks: looks(() => new GetVpcLinksCommand({ limit: 1 })),
  GetDomainNames: looks(() => new GetDomainNamesCommand({ limit: 1 })),
  GetDomainName: looks(() => new GetDomainNameCommand({ domainName: absentHost })),
  GetBasePathMappings: looks(() => new GetBasePathMappingsCommand({ domainName: absentHost, limit: 1 })),

  CreateDomainName: untried('Even a refused try would use up the quota of one in 30 s, for which onboardings wait.'),
  CreateBasePathMapping: looks(
    ({ restApiId }) =>
      new CreateBasePathMappingCommand({ domainName: absentHost, basePath: absent, restApiId, stage: absent }),
  ),
  UpdateBasePathMapping: looks(
    () => new UpdateBasePathMappingCommand({ domainName: absentHost, basePath: absent, ...noPatch }),
  ),
  DeleteBasePathMapping: looks(() => new DeleteBasePathMappingCommand({ domainName: absentHost, basePath: absent })),
  // Both have a quota of one in 30 s of their own; a try takes that place once.
  UpdateDomainName: looks(() => new UpdateDomainNameCommand({ domainName: absentHost, ...noPatch })),
  DeleteDomainName: looks(() => new DeleteDomainNameCommand({ domainName: absentHost })),
  GetApiKeys: looks(() => new GetApiKeysCommand({ limit: 1 })),
  UpdateApiKey: looks(() => new UpdateApiKeyCommand({ apiKey: absent, ...noPatch })),
  TagResource: looks((at) => new TagResourceCommand({ resourceArn: absentName(at), tags: {} })),
  UntagResource: looks((at) => new UntagResourceCommand({ resourceArn: absentName(at), tagKeys: [] })),

  // The gateway itself, with nothing to change in it.
  UpdateRestApi: looks(({ restApiId }) => new UpdateRestApiCommand({ restApiId, ...noPatch })),
  CreateResource: looks(
    ({ restApiId }) => new CreateResourceCommand({ restApiId, parentId: absent, pathPart: absent }),
  ),
  DeleteResource: looks(({ restApiId }) => new DeleteResourceCommand({ restApiId, resourceId: absent })),
  PutMethod: looks((at) => new PutMethodCommand({ ...method(at), authorizationType: 'NONE' })),
  UpdateMethod: looks((at) => new UpdateMethodCommand({ ...method(at), ...noPatch })),
  DeleteMethod: looks((at) => new DeleteMethodCommand(method(at))),
  PutMethodResponse: looks((at) => new PutMethodResponseCommand(response(at))),
  UpdateMethodResponse: looks((at) => new UpdateMethodResponseCommand({ ...response(at), ...noPatch })),
  DeleteMethodResponse: looks((at) => new DeleteMethodResponseCommand(response(at))),
  PutIntegration: looks((at) => new PutIntegrationCommand({ ...method(at), type: 'MOCK' })),
  UpdateIntegration: looks((at) => new UpdateIntegrationCommand({ ...method(at), ...noPatch })),
  DeleteIntegration: looks((at) => new DeleteIntegrationCommand(method(at))),
  PutIntegrationResponse: looks((at) => new PutIntegrationResponseCommand(response(at))),
  UpdateIntegrationResponse: looks((at) => new UpdateIntegrationResponseCommand({ ...response(at), ...noPatch })),
  DeleteIntegrationResponse: looks((at) => new DeleteIntegrationResponseCommand(response(at))),
  // An authorizer of type TOKEN can't be without the URI of a function.
  CreateAuthorizer: asks(({ restApiId }) => new CreateAuthorizerCommand({ restApiId, name: absent, type: 'TOKEN' })),
  UpdateAuthorizer: looks(
    ({ restApiId }) => new UpdateAuthorizerCommand({ restApiId, authorizerId: absent, ...noPatch }),
  ),
  DeleteAuthorizer: looks(({ restApiId }) => new DeleteAuthorizerCommand({ restApiId, authorizerId: absent })),
  // A model can't be without a name.
  CreateModel: asks(
    ({ restApiId }) => new CreateModelCommand({ restApiId, name: '', contentType: 'application/json' }),
  ),
  // Names of models are letters and digits.
  UpdateModel: looks(({ restApiId }) => new UpdateModelCommand({ restApiId, modelName: absent, ...noPatch })),
  DeleteModel: looks(({ restApiId }) => new DeleteModelCommand({ restApiId, modelName: absent })),
  CreateRequestValidator: untried('AWS refuses no input of it, so every try would make a validator.'),
  UpdateRequestValidator: looks(
    ({ restApiId }) => new UpdateRequestValidatorCommand({ restApiId, requestValidatorId: absent, ...noPatch }),
  ),
  DeleteRequestValidator: looks(
    ({ restApiId }) => new DeleteRequestValidatorCommand({ restApiId, requestValidatorId: absent }),
  ),
  PutGatewayResponse: asks(({ restApiId }) => new PutGatewayResponseCommand({ restApiId, responseType })),
  UpdateGatewayResponse: asks(
    ({ restApiId }) => new UpdateGatewayResponseCommand({ restApiId, responseType, ...noPatch }),
  ),
  DeleteGatewayResponse: asks(({ restApiId }) => new DeleteGatewayResponseCommand({ restApiId, responseType })),

  CreateDeployment: untried('Every try would make a deployment.'),
  // A stage can't be without its deployment, and AWS looks for that first.
  CreateStage: looks(({ restApiId }) => new CreateStageCommand({ restApiId, stageName: absent, deploymentId: absent })),
  UpdateStage: looks(({ restApiId }) => new UpdateStageCommand({ restApiId, stageName: absent, ...noPatch })),
  // There is no method, so no back end is called.
  TestInvokeMethod: looks((at) => new TestInvokeMethodCommand(method(at))),
};
