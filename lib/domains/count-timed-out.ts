import 'server-only';
import { and, count, eq, gt, gte, inArray, max } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { auditEvents } from '@/lib/db/schema';

interface Asked {
  hostname: string;
  createdAt: Date;
  certificateAttempt: number;
}

/**
 * How many requests in a row ACM has given up for want of the validation record, since somebody last decided to ask. The audit log is where that is
 * kept; what its retention removes is long past the last of the rounds.
 */
export async function countTimedOut(db: Db, { hostname, createdAt, certificateAttempt }: Asked): Promise<number> {
  if (certificateAttempt === 0) return 0;
  const ofDomain = and(eq(auditEvents.resourceId, hostname), gte(auditEvents.at, createdAt));
  const [decided] = await db
    .select({ id: max(auditEvents.id) })
    .from(auditEvents)
    .where(and(ofDomain, inArray(auditEvents.action, ['domain.certificate-given-up', 'certificate.replaced'])));
  const [timedOut] = await db
    .select({ count: count() })
    .from(auditEvents)
    .where(and(ofDomain, eq(auditEvents.action, 'domain.certificate-timed-out'), gt(auditEvents.id, decided?.id ?? 0)));
  return timedOut?.count ?? 0;
}
