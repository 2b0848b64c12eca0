import 'server-only';
import type { Context } from '@/lib/context';
import type { Network } from '@/lib/dns/network';
import type { LoadedDomain } from '@/lib/domains/load-domain';
import { observeCertificate } from '@/lib/domains/observe/certificate';
import { observeCertificateSharedBy } from '@/lib/domains/observe/certificate-shared-by';
import { observeEdgeRecords } from '@/lib/domains/observe/edge-records';
import { observeGatewayDomain } from '@/lib/domains/observe/gateway-domain';
import { observeMappings } from '@/lib/domains/observe/mappings';
import { observeRouting } from '@/lib/domains/observe/public-dns';
import { observeUsage } from '@/lib/domains/observe/usage';
import { observeZoneRecords } from '@/lib/domains/observe/zone-records';
import { nothingObserved, type Observed } from '@/lib/domains/observed';
import { ownsGatewayDomain } from '@/lib/domains/ownership';
import { namedValidationRecords, ownRoutingRecords } from '@/lib/domains/plan-removal';
import { wildcardNames } from '@/lib/domains/wanted-records';

/**
 * What is still there of a domain that is to go. Who shares the certificate is asked last, when it matters, and the public
 * DNS once our own records are away; `whole` asks for all of it at once, for the list that is shown before.
 */
export async function observeRemoval(
  ctx: Context,
  network: Network,
  domain: LoadedDomain,
  { whole = false } = {},
): Promise<Observed> {
  const { hostname, zoneId, gatewayDomainName, tenantSlug } = domain.wanted;
  const observed: Observed = { ...nothingObserved };
  const stopped = domain.previous?.steps.some(({ name, state }) => name === 'stop-usage' && state === 'done');
  if (domain.tenantLeaves && (whole || !stopped)) observed.usage = await observeUsage(ctx, tenantSlug);
  observed.gatewayDomain = await observeGatewayDomain(ctx, gatewayDomainName);
  observed.certificate = await observeCertificate(ctx, domain);
  if (!observed.gatewayDomain.known || (!observed.certificate.known && observed.certificate.trouble !== null))
    return observed;
  const gateway = observed.gatewayDomain.value;
  if (gateway !== null) observed.mappings = await observeMappings(ctx, gatewayDomainName);
  if (zoneId !== null) {
    const validation = namedValidationRecords(observed.certificate, domain.previous).map((record) => record.name);
    const above = domain.zoneName === null ? [] : wildcardNames(hostname, domain.zoneName);
    observed.zoneRecords = await observeZoneRecords(ctx, zoneId, [hostname, ...above, ...validation]);
  }
  observed.edgeRecords = await observeEdgeRecords(ctx, domain);
  const owned = gateway !== null && ownsGatewayDomain(domain, gateway);
  const recordsAway = zoneId === null || ownRoutingRecords(domain, observed, domain.previous).length === 0;
  if (owned && gateway.targetName !== null && (recordsAway || whole))
    observed.routing = await observeRouting(network, hostname, {
      targetName: gateway.targetName,
      // Its stable name leads nowhere by itself: what counts is whether the gateway's addresses come back.
      edgeName: null,
      edgeReady: false,
    });
  if (!owned || whole) observed.certificateSharedBy = await observeCertificateSharedBy(ctx, domain, observed);
  return observed;
}
