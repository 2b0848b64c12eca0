import type { Behaviour } from '../../service';
import { createBasePathMapping } from './create-base-path-mapping';
import { createDomainName } from './create-domain-name';
import { createRestApi } from './create-rest-api';
import { deleteBasePathMapping } from './delete-base-path-mapping';
import { deleteDomainName } from './delete-domain-name';
import { getAccount } from './get-account';
import { getBasePathMapping } from './get-base-path-mapping';
import { getBasePathMappings } from './get-base-path-mappings';
import { getDomainName } from './get-domain-name';
import { getDomainNames } from './get-domain-names';
import { getRestApi } from './get-rest-api';
import { getRestApis } from './get-rest-apis';
import { updateBasePathMapping } from './update-base-path-mapping';
import { updateDomainName } from './update-domain-name';

/** Every operation of API Gateway that the sandbox behaves; the others answer 501. */
export const behaviours: Record<string, Behaviour> = {
  CreateBasePathMapping: createBasePathMapping,
  CreateDomainName: createDomainName,
  CreateRestApi: createRestApi,
  DeleteBasePathMapping: deleteBasePathMapping,
  DeleteDomainName: deleteDomainName,
  GetAccount: getAccount,
  GetBasePathMapping: getBasePathMapping,
  GetBasePathMappings: getBasePathMappings,
  GetDomainName: getDomainName,
  GetDomainNames: getDomainNames,
  GetRestApi: getRestApi,
  GetRestApis: getRestApis,
  UpdateBasePathMapping: updateBasePathMapping,
  UpdateDomainName: updateDomainName,
};
