import type { Patch } from '@/lib/gateway/calls';
import type { ApiSettings } from '@/lib/gateway/model';
import { fieldPatch, keyedSetPatches, replace, setPatches } from './patches';

/** https://docs.aws.amazon.com/apigateway/latest/api/patch-operations.html, UpdateRestApi */
export function apiPatches(before: ApiSettings, after: ApiSettings): Patch[] {
  return [
    ...fieldPatch('/name', before.name, after.name),
    ...descriptionPatch(before, after),
    ...endpointPatches(before, after),
    ...fieldPatch('/apiKeySource', before.apiKeySource, after.apiKeySource),
    ...keyedSetPatches('/binaryMediaTypes', before.binaryMediaTypes, after.binaryMediaTypes),
    ...compressionPatch(before, after),
    ...fieldPatch('/disableExecuteApiEndpoint', before.executeApiDisabled, after.executeApiDisabled),
    ...fieldPatch('/policy', before.policy, after.policy),
  ];
}

function descriptionPatch(before: ApiSettings, after: ApiSettings): Patch[] {
  if (after.description !== null) return fieldPatch('/description', before.description, after.description);
  return before.description === null ? [] : [{ op: 'remove', path: '/description' }];
}

/** A value switches it on, none switches it off. */
function compressionPatch(before: ApiSettings, after: ApiSettings): Patch[] {
  const size = after.minimumCompressionSize;
  if (size !== null) return fieldPatch('/minimumCompressionSize', before.minimumCompressionSize, size);
  return before.minimumCompressionSize === null ? [] : [{ op: 'replace', path: '/minimumCompressionSize' }];
}

/** Private APIs know only dual stack, and only they have VPC endpoints: patches hold in their order. */
function endpointPatches(before: ApiSettings, after: ApiSettings): Patch[] {
  const type =
    before.endpointType === after.endpointType
      ? []
      : [replace(`/endpointConfiguration/types/${before.endpointType}`, after.endpointType)];
  const addresses = fieldPatch('/endpointConfiguration/ipAddressType', before.ipAddressType, after.ipAddressType);
  const endpoints = setPatches('/endpointConfiguration/vpcEndpointIds', before.vpcEndpointIds, after.vpcEndpointIds);
  return after.endpointType === 'PRIVATE'
    ? [...addresses, ...type, ...endpoints]
    : [...endpoints, ...type, ...addresses];
}
