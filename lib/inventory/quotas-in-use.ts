import 'server-only';
import type { Db } from '@/lib/db/db';
import { getGateway } from './get-gateway';
import type { InventoryKind } from './model';
import { readInventory } from './read-inventory';
import { readSyncStates } from './read-sync-states';

export interface QuotaInUse {
  name: string;
  /** Null before the first sync. */
  used: number | null;
  /** AWS's default; an account's own may be higher. */
  limit: number;
  /** Page of AWS's documentation that names the limit. */
  source: string;
}

const apiGatewayQuotas = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html';
const acmQuotas = 'https://docs.aws.amazon.com/acm/latest/userguide/acm-limits.html';
const route53Quotas = 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html';

/** How much of AWS's quotas of resources is used, as far as this console consumes them. From the cache. */
export async function quotasInUse(db: Db): Promise<QuotaInUse[]> {
  const [states, gateway, apis, domains, certificates, zones] = await Promise.all([
    readSyncStates(db),
    getGateway(db),
    readInventory(db, 'rest-api'),
    readInventory(db, 'gateway-domain'),
    readInventory(db, 'certificate'),
    readInventory(db, 'hosted-zone'),
  ]);
  const row = (kind: InventoryKind, name: string, used: number, limit: number, source: string): QuotaInUse => {
    const seen = states.some((state) => state.kind === kind && state.seenAt !== null);
    return { name, used: seen ? used : null, limit, source };
  };
  const publicDomains = domains.filter((domain) => domain.endpointType !== 'PRIVATE').length;
  const regionalApis = apis.filter((api) => api.endpointType === 'REGIONAL').length;
  const countedCertificates = certificates.filter((certificate) => certificate.status !== 'EXPIRED').length;
  return [
    row('gateway-domain', 'Custom domain names', publicDomains, 120, apiGatewayQuotas),
    row('resource', 'Resources of the gateway', gateway?.resources.length ?? 0, 300, apiGatewayQuotas),
    row('stage', 'Stages of the gateway', gateway?.stages.length ?? 0, 10, apiGatewayQuotas),
    row('rest-api', 'Regional REST APIs', regionalApis, 600, apiGatewayQuotas),
    row('certificate', 'Certificates', countedCertificates, 2_500, acmQuotas),
    row('hosted-zone', 'Hosted zones', zones.length, 500, route53Quotas),
  ];
}
