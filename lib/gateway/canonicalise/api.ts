import type { ApiSettings } from '@/lib/gateway/model';
import { canonicalJson, parseJson } from './json-text';
import { sortedSet, textOrNull } from './values';

export function canonicalApi(api: ApiSettings): ApiSettings {
  const isPrivate = api.endpointType === 'PRIVATE';
  return {
    name: api.name,
    description: textOrNull(api.description),
    endpointType: api.endpointType,
    // AWS takes nothing else for private APIs.
    ipAddressType: isPrivate ? 'dualstack' : api.ipAddressType,
    vpcEndpointIds: isPrivate ? sortedSet(api.vpcEndpointIds) : [],
    apiKeySource: api.apiKeySource,
    binaryMediaTypes: sortedSet(api.binaryMediaTypes),
    minimumCompressionSize: api.minimumCompressionSize,
    executeApiDisabled: api.executeApiDisabled,
    policy: canonicalPolicy(api.policy),
  };
}

/** AWS answers policies as JSON whose quotes are escaped, as if it stood within a JSON string. */
function canonicalPolicy(policy: string | null): string | null {
  if (policy === null || parseJson(policy) !== undefined) return canonicalJson(policy);
  const unescaped = parseJson(`"${policy}"`);
  return canonicalJson(typeof unescaped === 'string' && parseJson(unescaped) !== undefined ? unescaped : policy);
}
