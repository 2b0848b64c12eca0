import 'server-only';
import { eq } from 'drizzle-orm';
import { audited } from '@/lib/audit/audited';
import type { Context } from '@/lib/context';
import { doctorReports, domains } from '@/lib/db/schema';
import { getNetwork } from '@/lib/dns/get-network';
import type { Network } from '@/lib/dns/network';
import { examine } from '@/lib/doctor/examine';
import { homeOfDomain } from '@/lib/doctor/gather/home-of-domain';
import type { DoctorReport } from '@/lib/doctor/model';
import { wakeReconciler } from '@/lib/domains/wake';
import { findDomain } from '@/lib/tenants/find-tenant';

/**
 * Examines a domain of ours, keeps the report in place of the one before, and makes the reconciler look, too: what the doctor sees it
 * has to see. It asks a stranger's servers and sends a request to the gateway, so it is audited.
 *
 * @throws ExpectedError `not-found`
 */
export async function runDoctor(
  ctx: Context,
  domainId: string,
  network: Network = getNetwork(),
): Promise<DoctorReport> {
  const { hostname, tenantSlug } = await findDomain(ctx.db, domainId);
  const after = ({ live, findings, ms }: DoctorReport) => ({
    live,
    ms,
    problems: codesOf(findings, 'problem'),
    warnings: codesOf(findings, 'warning'),
  });
  const report = await audited(
    ctx,
    { action: 'doctor.run', resourceId: hostname, tenantSlug },
    async () => examine({ network, now: ctx.now }, hostname, await homeOfDomain(ctx.db, domainId)),
    { after },
  );
  const at = new Date(report.at);
  await ctx.db
    .insert(doctorReports)
    .values({ domainId, at, report })
    .onConflictDoUpdate({ target: doctorReports.domainId, set: { at, report } });
  await ctx.db
    .update(domains)
    .set({ nextCheckAt: ctx.now(), fullLookAskedAt: ctx.now() })
    .where(eq(domains.id, domainId));
  wakeReconciler();
  return report;
}

function codesOf(findings: DoctorReport['findings'], state: string): string[] {
  return findings.filter((finding) => finding.state === state).map(({ check, code }) => `${check}: ${code}`);
}
