import 'server-only';
import { eq } from 'drizzle-orm';
import { certificateCandidates, nameCovers } from '@/lib/certificates/certificate-candidates';
import { concerns } from '@/lib/certificates/concerns';
import type { Context } from '@/lib/context';
import { domains, tenants } from '@/lib/db/schema';
import { getNetwork } from '@/lib/dns/get-network';
import { commonNameMaxLength } from '@/lib/dns/hostname';
import type { Network } from '@/lib/dns/network';
import type { Certificate, GatewayDomain } from '@/lib/inventory/model';
import { readInventory } from '@/lib/inventory/read-inventory';
import { listOverviewDomains } from '@/lib/overview/list-overview-domains';
import { askPublicAnswer } from '@/lib/tenants/ask-public-answer';
import { foreignRecords, hostnameFindings } from '@/lib/tenants/hostname-findings';
import type { HostnameReport } from '@/lib/tenants/model';
import { resolveHostname } from '@/lib/tenants/resolve-hostname';
import type { CheckHostnameInput } from '@/lib/tenants/schemas';

/**
 * Everything that speaks for and against a hostname: spelling, our database, the gateway, our zones, the public DNS, and
 * the certificates that could serve it. Reads the cache and the DNS, never AWS; changes nothing.
 */
export async function checkHostname(
  ctx: Context,
  input: CheckHostnameInput,
  network: Network = getNetwork(),
): Promise<HostnameReport> {
  const zones = await readInventory(ctx.db, 'hosted-zone');
  const resolved = resolveHostname(input, zones);
  if (!resolved.ok) return refused([resolved.finding]);
  const { hostname, unicode, zone } = resolved;
  const [records, gatewayDomains, certificates, mappings, owner] = await Promise.all([
    readInventory(ctx.db, 'record-set'),
    readInventory(ctx.db, 'gateway-domain'),
    readInventory(ctx.db, 'certificate'),
    readInventory(ctx.db, 'mapping'),
    findOwner(ctx, hostname),
  ]);
  const limit = ctx.tenants ?? null;
  const known = { hostname, kind: input.kind, zone, zones, records, gatewayDomains, owner, limit };
  const findings = hostnameFindings(known);
  const publicAnswer = await askPublicAnswer(network, hostname, gatewayDomains);
  return {
    hostname,
    unicode,
    zone: zone === null ? null : { id: zone.id, name: zone.name },
    findings,
    publicAnswer,
    needsConfirmation:
      publicAnswer.state === 'taken' || publicAnswer.state === 'unknown' || foreignRecords(known).length > 0,
    candidates: certificateCandidates({
      hostname,
      certificates: await offered(ctx, certificates, gatewayDomains, hostname),
      gatewayDomains,
      mappings,
      now: ctx.now(),
    }),
    dedicatedRefusal:
      hostname.length <= commonNameMaxLength
        ? null
        : `The name has ${hostname.length} characters; ACM issues certificates of their own for at most ${commonNameMaxLength}.`,
  };
}

function refused(findings: HostnameReport['findings']): HostnameReport {
  return {
    hostname: null,
    unicode: null,
    zone: null,
    findings,
    publicAnswer: null,
    needsConfirmation: false,
    candidates: [],
    dedicatedRefusal: null,
  };
}

/** Who is limited to some tenants is offered their certificates, and the ones that are for a whole level of names. */
async function offered(
  { db, tenants: limit = null }: Context,
  certificates: Certificate[],
  gatewayDomains: GatewayDomain[],
  hostname: string,
): Promise<Certificate[]> {
  if (limit === null) return certificates;
  const isTheirs = concerns((await listOverviewDomains(db, limit)).domains, gatewayDomains);
  const isForAll = ({ names }: Certificate) =>
    names.some((name) => name.startsWith('*.') && nameCovers(name, hostname));
  return certificates.filter((certificate) => isTheirs(certificate) || isForAll(certificate));
}

async function findOwner(ctx: Context, hostname: string): Promise<{ slug: string; name: string } | null> {
  const [owner] = await ctx.db
    .select({ slug: tenants.slug, name: tenants.name })
    .from(domains)
    .innerJoin(tenants, eq(tenants.id, domains.tenantId))
    .where(eq(domains.hostname, hostname));
  return owner ?? null;
}
