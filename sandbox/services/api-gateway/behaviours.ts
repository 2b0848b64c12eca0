import type { Behaviour } from '../../service';
import { createApiKey } from './create-api-key';
import { createAuthorizer } from './create-authorizer';
import { createBasePathMapping } from './create-base-path-mapping';
import { createDeployment } from './create-deployment';
import { createDocumentationPart } from './create-documentation-part';
import { createDocumentationVersion } from './create-documentation-version';
import { createDomainName } from './create-domain-name';
import { createDomainNameAccessAssociation } from './create-domain-name-access-association';
import { createModel } from './create-model';
import { createRequestValidator } from './create-request-validator';
import { createResource } from './create-resource';
import { createRestApi } from './create-rest-api';
import { createStage } from './create-stage';
import { createUsagePlan } from './create-usage-plan';
import { createUsagePlanKey } from './create-usage-plan-key';
import { createVpcLink } from './create-vpc-link';
import { deleteApiKey } from './delete-api-key';
import { deleteAuthorizer } from './delete-authorizer';
import { deleteBasePathMapping } from './delete-base-path-mapping';
import { deleteClientCertificate } from './delete-client-certificate';
import { deleteDeployment } from './delete-deployment';
import { deleteDocumentationPart } from './delete-documentation-part';
import { deleteDocumentationVersion } from './delete-documentation-version';
import { deleteDomainName } from './delete-domain-name';
import { deleteDomainNameAccessAssociation } from './delete-domain-name-access-association';
import { deleteGatewayResponse } from './delete-gateway-response';
import { deleteIntegration } from './delete-integration';
import { deleteIntegrationResponse } from './delete-integration-response';
import { deleteMethod } from './delete-method';
import { deleteMethodResponse } from './delete-method-response';
import { deleteModel } from './delete-model';
import { deleteRequestValidator } from './delete-request-validator';
import { deleteResource } from './delete-resource';
import { deleteRestApi } from './delete-rest-api';
import { deleteStage } from './delete-stage';
import { deleteUsagePlan } from './delete-usage-plan';
import { deleteUsagePlanKey } from './delete-usage-plan-key';
import { deleteVpcLink } from './delete-vpc-link';
import { flushStageAuthorizersCache } from './flush-stage-authorizers-cache';
import { flushStageCache } from './flush-stage-cache';
import { generateClientCertificate } from './generate-client-certificate';
import { getAccount } from './get-account';
import { getApiKey } from './get-api-key';
import { getApiKeys } from './get-api-keys';
import { getAuthorizer } from './get-authorizer';
import { getAuthorizers } from './get-authorizers';
import { getBasePathMapping } from './get-base-path-mapping';
import { getBasePathMappings } from './get-base-path-mappings';
import { getClientCertificate } from './get-client-certificate';
import { getClientCertificates } from './get-client-certificates';
import { getDeployment } from './get-deployment';
import { getDeployments } from './get-deployments';
import { getDocumentationPart } from './get-documentation-part';
import { getDocumentationParts } from './get-documentation-parts';
import { getDocumentationVersion } from './get-documentation-version';
import { getDocumentationVersions } from './get-documentation-versions';
import { getDomainName } from './get-domain-name';
import { getDomainNameAccessAssociations } from './get-domain-name-access-associations';
import { getDomainNames } from './get-domain-names';
import { getExport } from './get-export';
import { getGatewayResponse } from './get-gateway-response';
import { getGatewayResponses } from './get-gateway-responses';
import { getIntegration } from './get-integration';
import { getIntegrationResponse } from './get-integration-response';
import { getMethod } from './get-method';
import { getMethodResponse } from './get-method-response';
import { getModel } from './get-model';
import { getModelTemplate } from './get-model-template';
import { getModels } from './get-models';
import { getRequestValidator } from './get-request-validator';
import { getRequestValidators } from './get-request-validators';
import { getResource } from './get-resource';
import { getResources } from './get-resources';
import { getRestApi } from './get-rest-api';
import { getRestApis } from './get-rest-apis';
import { getSdk } from './get-sdk';
import { getSdkType } from './get-sdk-type';
import { getSdkTypes } from './get-sdk-types';
import { getStage } from './get-stage';
import { getStages } from './get-stages';
import { getTags } from './get-tags';
import { getUsage } from './get-usage';
import { getUsagePlan } from './get-usage-plan';
import { getUsagePlanKey } from './get-usage-plan-key';
import { getUsagePlanKeys } from './get-usage-plan-keys';
import { getUsagePlans } from './get-usage-plans';
import { getVpcLink } from './get-vpc-link';
import { getVpcLinks } from './get-vpc-links';
import { importApiKeys } from './import-api-keys';
import { importDocumentationParts } from './import-documentation-parts';
import { importRestApi } from './import-rest-api';
import { putGatewayResponse } from './put-gateway-response';
import { putIntegration } from './put-integration';
import { putIntegrationResponse } from './put-integration-response';
import { putMethod } from './put-method';
import { putMethodResponse } from './put-method-response';
import { putRestApi } from './put-rest-api';
import { rejectDomainNameAccessAssociation } from './reject-domain-name-access-association';
import { tagResource } from './tag-resource';
import { testInvokeAuthorizer } from './test-invoke-authorizer';
import { testInvokeMethod } from './test-invoke-method';
import { untagResource } from './untag-resource';
import { updateAccount } from './update-account';
import { updateApiKey } from './update-api-key';
import { updateAuthorizer } from './update-authorizer';
import { updateBasePathMapping } from './update-base-path-mapping';
import { updateClientCertificate } from './update-client-certificate';
import { updateDeployment } from './update-deployment';
import { updateDocumentationPart } from './update-documentation-part';
import { updateDocumentationVersion } from './update-documentation-version';
import { updateDomainName } from './update-domain-name';
import { updateGatewayResponse } from './update-gateway-response';
import { updateIntegration } from './update-integration';
import { updateIntegrationResponse } from './update-integration-response';
import { updateMethod } from './update-method';
import { updateMethodResponse } from './update-method-response';
import { updateModel } from './update-model';
import { updateRequestValidator } from './update-request-validator';
import { updateResource } from './update-resource';
import { updateRestApi } from './update-rest-api';
import { updateStage } from './update-stage';
import { updateUsage } from './update-usage';
import { updateUsagePlan } from './update-usage-plan';
import { updateVpcLink } from './update-vpc-link';

/** Every operation of API Gateway that the sandbox behaves; the others answer 501. */
export const behaviours: Record<string, Behaviour> = {
  CreateApiKey: createApiKey,
  CreateAuthorizer: createAuthorizer,
  CreateBasePathMapping: createBasePathMapping,
  CreateDeployment: createDeployment,
  CreateDocumentationPart: createDocumentationPart,
  CreateDocumentationVersion: createDocumentationVersion,
  CreateDomainName: createDomainName,
  CreateDomainNameAccessAssociation: createDomainNameAccessAssociation,
  CreateModel: createModel,
  CreateRequestValidator: createRequestValidator,
  CreateResource: createResource,
  CreateRestApi: createRestApi,
  CreateStage: createStage,
  CreateUsagePlan: createUsagePlan,
  CreateUsagePlanKey: createUsagePlanKey,
  CreateVpcLink: createVpcLink,
  DeleteApiKey: deleteApiKey,
  DeleteAuthorizer: deleteAuthorizer,
  DeleteBasePathMapping: deleteBasePathMapping,
  DeleteClientCertificate: deleteClientCertificate,
  DeleteDeployment: deleteDeployment,
  DeleteDocumentationPart: deleteDocumentationPart,
  DeleteDocumentationVersion: deleteDocumentationVersion,
  DeleteDomainName: deleteDomainName,
  DeleteDomainNameAccessAssociation: deleteDomainNameAccessAssociation,
  DeleteGatewayResponse: deleteGatewayResponse,
  DeleteIntegration: deleteIntegration,
  DeleteIntegrationResponse: deleteIntegrationResponse,
  DeleteMethod: deleteMethod,
  DeleteMethodResponse: deleteMethodResponse,
  DeleteModel: deleteModel,
  DeleteRequestValidator: deleteRequestValidator,
  DeleteResource: deleteResource,
  DeleteRestApi: deleteRestApi,
  DeleteStage: deleteStage,
  DeleteUsagePlan: deleteUsagePlan,
  DeleteUsagePlanKey: deleteUsagePlanKey,
  DeleteVpcLink: deleteVpcLink,
  FlushStageAuthorizersCache: flushStageAuthorizersCache,
  FlushStageCache: flushStageCache,
  GenerateClientCertificate: generateClientCertificate,
  GetAccount: getAccount,
  GetApiKey: getApiKey,
  GetApiKeys: getApiKeys,
  GetAuthorizer: getAuthorizer,
  GetAuthorizers: getAuthorizers,
  GetBasePathMapping: getBasePathMapping,
  GetBasePathMappings: getBasePathMappings,
  GetClientCertificate: getClientCertificate,
  GetClientCertificates: getClientCertificates,
  GetDeployment: getDeployment,
  GetDeployments: getDeployments,
  GetDocumentationPart: getDocumentationPart,
  GetDocumentationParts: getDocumentationParts,
  GetDocumentationVersion: getDocumentationVersion,
  GetDocumentationVersions: getDocumentationVersions,
  GetDomainName: getDomainName,
  GetDomainNameAccessAssociations: getDomainNameAccessAssociations,
  GetDomainNames: getDomainNames,
  GetExport: getExport,
  GetGatewayResponse: getGatewayResponse,
  GetGatewayResponses: getGatewayResponses,
  GetIntegration: getIntegration,
  GetIntegrationResponse: getIntegrationResponse,
  GetMethod: getMethod,
  GetMethodResponse: getMethodResponse,
  GetModel: getModel,
  GetModelTemplate: getModelTemplate,
  GetModels: getModels,
  GetRequestValidator: getRequestValidator,
  GetRequestValidators: getRequestValidators,
  GetResource: getResource,
  GetResources: getResources,
  GetRestApi: getRestApi,
  GetRestApis: getRestApis,
  GetSdk: getSdk,
  GetSdkType: getSdkType,
  GetSdkTypes: getSdkTypes,
  GetStage: getStage,
  GetStages: getStages,
  GetTags: getTags,
  GetUsage: getUsage,
  GetUsagePlan: getUsagePlan,
  GetUsagePlanKey: getUsagePlanKey,
  GetUsagePlanKeys: getUsagePlanKeys,
  GetUsagePlans: getUsagePlans,
  GetVpcLink: getVpcLink,
  GetVpcLinks: getVpcLinks,
  ImportApiKeys: importApiKeys,
  ImportDocumentationParts: importDocumentationParts,
  ImportRestApi: importRestApi,
  PutGatewayResponse: putGatewayResponse,
  PutIntegration: putIntegration,
  PutIntegrationResponse: putIntegrationResponse,
  PutMethod: putMethod,
  PutMethodResponse: putMethodResponse,
  PutRestApi: putRestApi,
  RejectDomainNameAccessAssociation: rejectDomainNameAccessAssociation,
  TagResource: tagResource,
  TestInvokeAuthorizer: testInvokeAuthorizer,
  TestInvokeMethod: testInvokeMethod,
  UntagResource: untagResource,
  UpdateAccount: updateAccount,
  UpdateApiKey: updateApiKey,
  UpdateAuthorizer: updateAuthorizer,
  UpdateBasePathMapping: updateBasePathMapping,
  UpdateClientCertificate: updateClientCertificate,
  UpdateDeployment: updateDeployment,
  UpdateDocumentationPart: updateDocumentationPart,
  UpdateDocumentationVersion: updateDocumentationVersion,
  UpdateDomainName: updateDomainName,
  UpdateGatewayResponse: updateGatewayResponse,
  UpdateIntegration: updateIntegration,
  UpdateIntegrationResponse: updateIntegrationResponse,
  UpdateMethod: updateMethod,
  UpdateMethodResponse: updateMethodResponse,
  UpdateModel: updateModel,
  UpdateRequestValidator: updateRequestValidator,
  UpdateResource: updateResource,
  UpdateRestApi: updateRestApi,
  UpdateStage: updateStage,
  UpdateUsage: updateUsage,
  UpdateUsagePlan: updateUsagePlan,
  UpdateVpcLink: updateVpcLink,
};
