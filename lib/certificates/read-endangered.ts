import 'server-only';
import { isNotNull } from 'drizzle-orm';
import type { TenantLimit } from '@/lib/auth/permissions';
import type { Db } from '@/lib/db/db';
import { certificateWatches } from '@/lib/db/schema';
import type { Actor } from '@/lib/domains/model';
import { readCertificates } from './listed-certificates';
import { risks } from './watch/judge-certificate';

/** A certificate in use whose renewal or end needs somebody. */
export interface EndangeredCertificate {
  arn: string;
  domainName: string;
  sentence: string;
  actor: Actor;
  urgent: boolean;
  /** ISO-8601. */
  since: string;
}

/** What the daily look found to be at risk, urgent ones first; of those that concern the reader's tenants. No AWS call. */
export async function readEndangered(db: Db, limit: TenantLimit): Promise<EndangeredCertificate[]> {
  const rows = await db.select().from(certificateWatches).where(isNotNull(certificateWatches.troubledSince));
  if (rows.length === 0) return [];
  const { certificates } = await readCertificates(db, limit);
  const byArn = new Map(certificates.map((one) => [one.arn, one]));
  return rows
    .flatMap(({ arn, report, troubledSince }): EndangeredCertificate[] => {
      const certificate = byArn.get(arn);
      const [first] = risks(report.concerns);
      if (certificate === undefined || first === undefined || troubledSince === null) return [];
      // What nothing uses may end.
      if (certificate.inUseBy.length === 0) return [];
      const { domainName } = certificate;
      const { sentence, actor } = first;
      const urgent = report.concerns.some((one) => one.urgent);
      return [{ arn, domainName, sentence, actor, urgent, since: troubledSince.toISOString() }];
    })
    .sort((a, b) => Number(b.urgent) - Number(a.urgent) || a.since.localeCompare(b.since));
}
