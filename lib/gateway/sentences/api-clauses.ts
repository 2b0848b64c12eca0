import type { FieldValue } from '@/lib/gateway/edits';
import type { FieldName } from '@/lib/gateway/fields';
import { type Clause, changes, flag, longText, members } from './phrases';

const endpointWords: Readonly<Record<string, string>> = {
  REGIONAL: 'regional',
  EDGE: 'edge-optimised',
  PRIVATE: 'private',
};

const keySourceWords: Readonly<Record<string, string>> = {
  HEADER: 'the x-api-key header',
  AUTHORIZER: 'the authorizer',
};

export const apiClauses: Record<FieldName<'api'>, Clause> = {
  name: changes('name'),
  description: changes('description'),
  endpointType: changes('endpoint', (value) => endpointWords[String(value)] ?? String(value)),
  ipAddressType: changes('IP addresses', (value) => (value === 'dualstack' ? 'IPv4 and IPv6' : 'IPv4')),
  vpcEndpointIds: members('VPC endpoints:'),
  apiKeySource: changes('API keys come from', (value) => keySourceWords[String(value)] ?? String(value)),
  binaryMediaTypes: members('binary media types:'),
  minimumCompressionSize: changes('answers are compressed from', bytes),
  executeApiDisabled: flag(
    "the API's own execute-api address is switched off",
    "the API's own execute-api address is switched on",
  ),
  policy: longText('the resource policy'),
};

function bytes(value: FieldValue): string {
  return `${value} bytes`;
}
