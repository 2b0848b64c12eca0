import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { certificateWatches, domains } from '@/lib/db/schema';
import type { Lookup, Resolver } from '@/lib/dns/resolver';
import { wakeReconciler } from '@/lib/domains/wake';
import type { Certificate } from '@/lib/inventory/model';
import { readInventory } from '@/lib/inventory/read-inventory';
import { judgeCertificate, recordsOf, risks } from './judge-certificate';
import type { CertificateConcern, CertificateWatch } from './model';

/**
 * Looks whether ACM can and will renew a certificate: asks the public DNS for its validation records, judges, and keeps the report. Only when the set
 * of concerns is another one it is written into the audit log, and the domains that want the certificate are looked at anew.
 */
export async function watchCertificate(
  ctx: Context,
  resolver: Resolver,
  certificate: Certificate,
): Promise<CertificateWatch> {
  const { arn } = certificate;
  const now = ctx.now();
  const zones = (await readInventory(ctx.db, 'hosted-zone')).filter((one) => !one.private).map(({ name }) => name);
  const report = judgeCertificate({ certificate, answers: await look(resolver, certificate), zones, now });
  await ctx.db.transaction(async (tx) => {
    const [before] = await tx.select().from(certificateWatches).where(eq(certificateWatches.arn, arn));
    const troubled = risks(report.concerns).length > 0;
    const row = { checkedAt: now, troubledSince: troubled ? (before?.troubledSince ?? now) : null, report };
    await tx
      .insert(certificateWatches)
      .values({ arn, ...row })
      .onConflictDoUpdate({ target: certificateWatches.arn, set: row });
    const concernsBefore = before?.report.concerns ?? [];
    if (keyOf(concernsBefore) === keyOf(report.concerns)) return;
    await recordEvent(
      { ...ctx, db: tx },
      {
        action: 'certificate.watched',
        resourceId: certificate.domainName,
        tenantSlug: certificate.tags['gatehouse:tenant'] || null,
        after: { certificateArn: arn, concerns: report.concerns, before: concernsBefore.map(({ code }) => code) },
      },
    );
    if (keyOf(risks(concernsBefore)) !== keyOf(risks(report.concerns))) {
      const soon = sql`least(${domains.nextCheckAt}, ${now.toISOString()}::timestamptz)`;
      await tx
        .update(domains)
        .set({ nextCheckAt: soon })
        .where(and(eq(domains.certificateArn, arn), eq(domains.intent, 'present')));
    }
  });
  wakeReconciler();
  return report;
}

async function look(resolver: Resolver, certificate: Certificate): Promise<Map<string, Lookup<string>>> {
  if (certificate.status !== 'ISSUED') return new Map();
  const answers = recordsOf(certificate).map(async ({ name }) => [name, await resolver.cname(name)] as const);
  return new Map(await Promise.all(answers));
}

/** Which concerns there are, whatever the days in their sentences. */
function keyOf(concerns: readonly CertificateConcern[]): string {
  return concerns
    .map(({ code, urgent }) => `${code}${urgent ? '!' : ''}`)
    .sort()
    .join();
}
