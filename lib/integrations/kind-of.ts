import type { Integration } from '@/lib/gateway/model';
import type { IntegrationKind } from './kinds';
import { parseServiceUri } from './service-uri';

/** The kind that an integration is, by its type and URI, whether or not that kind's form can show all of it. */
export function kindOf(integration: Pick<Integration, 'type' | 'connectionType' | 'uri'>): IntegrationKind {
  if (integration.type === 'MOCK') return 'mock';
  if (integration.connectionType === 'VPC_LINK') return 'vpc-link';
  if (integration.type === 'HTTP' || integration.type === 'HTTP_PROXY') return 'http';
  const uri = parseServiceUri(integration.uri);
  if (uri?.service === 'lambda' && uri.kind === 'path') return 'lambda';
  if (uri?.service === 'states' && /^Start(Sync)?Execution$/.test(uri.rest)) return 'step-functions';
  if (uri?.service === 's3' && uri.kind === 'path' && uri.subdomain === null) return 's3';
  return 'aws-other';
}
