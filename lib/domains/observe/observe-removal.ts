import 'server-only';
import type { Context } from '@/lib/context';
import type { LoadedDomain } from '@/lib/domains/load-domain';
import { observeCertificate } from '@/lib/domains/observe/certificate';
import { observeCertificateSharedBy } from '@/lib/domains/observe/certificate-shared-by';
import { observeEdgeRecords } from '@/lib/domains/observe/edge-records';
import { observeGatewayDomain } from '@/lib/domains/observe/gateway-domain';
import { observeMappings } from '@/lib/domains/observe/mappings';
import { observeZoneRecords } from '@/lib/domains/observe/zone-records';
import { nothingObserved, type Observed } from '@/lib/domains/observed';
import { ownsGatewayDomain } from '@/lib/domains/ownership';
import { validationRecords } from '@/lib/domains/wanted-records';

/** What is still there of a domain that is to go. Who shares the certificate is asked last, when it matters. */
export async function observeRemoval(ctx: Context, domain: LoadedDomain): Promise<Observed> {
  const { hostname, zoneId, gatewayDomainName } = domain.wanted;
  const observed: Observed = { ...nothingObserved };
  observed.gatewayDomain = await observeGatewayDomain(ctx, gatewayDomainName);
  observed.certificate = await observeCertificate(ctx, domain);
  if (!observed.gatewayDomain.known || (!observed.certificate.known && observed.certificate.trouble !== null))
    return observed;
  const certificate = observed.certificate.known ? observed.certificate.value : null;
  const gateway = observed.gatewayDomain.value;
  if (gateway !== null) observed.mappings = await observeMappings(ctx, gatewayDomainName);
  if (zoneId !== null) {
    const names = certificate === null ? [] : validationRecords(certificate).map((record) => record.name);
    observed.zoneRecords = await observeZoneRecords(ctx, zoneId, [hostname, ...names]);
  }
  observed.edgeRecords = await observeEdgeRecords(ctx, domain);
  const released = gateway === null || !ownsGatewayDomain(domain, gateway);
  if (certificate !== null && released) {
    observed.certificateSharedBy = await observeCertificateSharedBy(ctx, domain, certificate, observed);
  }
  return observed;
}
