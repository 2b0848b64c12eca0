import 'server-only';
import { eq, inArray } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { doctorReports, domains } from '@/lib/db/schema';
import { getNetwork } from '@/lib/dns/get-network';
import type { Network } from '@/lib/dns/network';
import { toUnicode } from '@/lib/dns/punycode';
import type { DoctorReport } from '@/lib/doctor/model';
import { describeDomain } from '@/lib/share/describe-domain';
import type { OpenLink } from '@/lib/share/find-link';
import { findProvider } from '@/lib/share/find-provider';
import type { SharedDomain, SharedFinding, SharedView } from '@/lib/share/model';

/** Everything a share page shows: the tenant's own domains, and nothing of anybody else. Database and DNS only, no AWS call. */
export async function readShare(
  db: Db,
  { id: linkId, tenant, expiresAt }: OpenLink,
  { now, network = getNetwork() }: { now: Date; network?: Pick<Network, 'resolver'> },
): Promise<SharedView> {
  const rows = await db.select().from(domains).where(eq(domains.tenantId, tenant.id)).orderBy(domains.hostname);
  const reports = await readReports(
    db,
    rows.map((row) => row.id),
  );
  const shared = await Promise.all(rows.map((row) => toShared(row, reports.get(row.id) ?? null)));
  return {
    linkId,
    tenantName: tenant.name,
    expiresAt: expiresAt.toISOString(),
    domains: shared,
    moving: shared.some(({ headline }) => headline === 'ours' || headline === 'yours'),
  };

  async function toShared(row: (typeof rows)[number], report: DoctorReport | null): Promise<SharedDomain> {
    const { status, hostname } = row;
    const unicode = toUnicode(hostname);
    const ours = row.kind === 'managed';
    const { zone, provider } = ours
      ? { zone: null, provider: null }
      : await findProvider(network.resolver, hostname, now);
    return {
      id: row.id,
      hostname,
      unicode: unicode === hostname ? null : unicode,
      ...describeDomain(row),
      records: row.intent === 'absent' ? [] : (status?.records.filter(({ actor }) => actor === 'tenant') ?? []),
      findings: report === null ? [] : findingsFor(report),
      zone,
      provider,
      checkedAt: status?.checkedAt ?? null,
      deadline: status?.actor === 'tenant' ? status.deadline : null,
    };
  }
}

/** What the doctor found that is for the tenant to put in order. */
function findingsFor({ findings }: DoctorReport): SharedFinding[] {
  return findings
    .filter(({ actor, state }) => actor === 'tenant' && (state === 'problem' || state === 'warning'))
    .map(({ sentence, fix }) => ({ sentence, fix }));
}

async function readReports(db: Db, ids: string[]): Promise<Map<string, DoctorReport>> {
  if (ids.length === 0) return new Map();
  const rows = await db.select().from(doctorReports).where(inArray(doctorReports.domainId, ids));
  return new Map(rows.map(({ domainId, report }) => [domainId, report]));
}
