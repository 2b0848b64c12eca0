import type { Behaviour } from '../../service';
import { createBasePathMapping } from './create-base-path-mapping';
import { createDeployment } from './create-deployment';
import { createDomainName } from './create-domain-name';
import { createResource } from './create-resource';
import { createRestApi } from './create-rest-api';
import { createStage } from './create-stage';
import { deleteBasePathMapping } from './delete-base-path-mapping';
import { deleteDeployment } from './delete-deployment';
import { deleteDomainName } from './delete-domain-name';
import { deleteIntegration } from './delete-integration';
import { deleteIntegrationResponse } from './delete-integration-response';
import { deleteMethod } from './delete-method';
import { deleteMethodResponse } from './delete-method-response';
import { deleteResource } from './delete-resource';
import { deleteRestApi } from './delete-rest-api';
import { deleteStage } from './delete-stage';
import { getAccount } from './get-account';
import { getBasePathMapping } from './get-base-path-mapping';
import { getBasePathMappings } from './get-base-path-mappings';
import { getDeployment } from './get-deployment';
import { getDeployments } from './get-deployments';
import { getDomainName } from './get-domain-name';
import { getDomainNames } from './get-domain-names';
import { getIntegration } from './get-integration';
import { getIntegrationResponse } from './get-integration-response';
import { getMethod } from './get-method';
import { getMethodResponse } from './get-method-response';
import { getResource } from './get-resource';
import { getResources } from './get-resources';
import { getRestApi } from './get-rest-api';
import { getRestApis } from './get-rest-apis';
import { getStage } from './get-stage';
import { getStages } from './get-stages';
import { getTags } from './get-tags';
import { putIntegration } from './put-integration';
import { putIntegrationResponse } from './put-integration-response';
import { putMethod } from './put-method';
import { putMethodResponse } from './put-method-response';
import { tagResource } from './tag-resource';
import { untagResource } from './untag-resource';
import { updateBasePathMapping } from './update-base-path-mapping';
import { updateDomainName } from './update-domain-name';
import { updateRestApi } from './update-rest-api';
import { updateStage } from './update-stage';

/** Every operation of API Gateway that the sandbox behaves; the others answer 501. */
export const behaviours: Record<string, Behaviour> = {
  CreateBasePathMapping: createBasePathMapping,
  CreateDeployment: createDeployment,
  CreateDomainName: createDomainName,
  CreateResource: createResource,
  CreateRestApi: createRestApi,
  CreateStage: createStage,
  DeleteBasePathMapping: deleteBasePathMapping,
  DeleteDeployment: deleteDeployment,
  DeleteDomainName: deleteDomainName,
  DeleteIntegration: deleteIntegration,
  DeleteIntegrationResponse: deleteIntegrationResponse,
  DeleteMethod: deleteMethod,
  DeleteMethodResponse: deleteMethodResponse,
  DeleteResource: deleteResource,
  DeleteRestApi: deleteRestApi,
  DeleteStage: deleteStage,
  GetAccount: getAccount,
  GetBasePathMapping: getBasePathMapping,
  GetBasePathMappings: getBasePathMappings,
  GetDeployment: getDeployment,
  GetDeployments: getDeployments,
  GetDomainName: getDomainName,
  GetDomainNames: getDomainNames,
  GetIntegration: getIntegration,
  GetIntegrationResponse: getIntegrationResponse,
  GetMethod: getMethod,
  GetMethodResponse: getMethodResponse,
  GetResource: getResource,
  GetResources: getResources,
  GetRestApi: getRestApi,
  GetRestApis: getRestApis,
  GetStage: getStage,
  GetStages: getStages,
  GetTags: getTags,
  PutIntegration: putIntegration,
  PutIntegrationResponse: putIntegrationResponse,
  PutMethod: putMethod,
  PutMethodResponse: putMethodResponse,
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateBasePathMapping: updateBasePathMapping,
  UpdateDomainName: updateDomainName,
  UpdateRestApi: updateRestApi,
  UpdateStage: updateStage,
};
