import 'server-only';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '@/lib/db/db';
import { domains, offboardings } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import { buildParts, lastVerified } from './build-report';
import { toRemovalRow } from './list-removals';
import { maySeeReport, type ReportReader } from './may-see';
import type { RemovalReport } from './model';
import { waitsForDns } from './waits-for-dns';

/** A removal with everything that became of it; null when there is none that the reader may see. Database only. */
export async function getRemoval(db: Db, id: string, reader: ReportReader): Promise<RemovalReport | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const [row] = await db
    .select()
    .from(offboardings)
    .where(and(eq(offboardings.id, id), maySeeReport(reader)));
  if (row === undefined) return null;
  const left = await db
    .select({
      id: domains.id,
      hostname: domains.hostname,
      status: domains.status,
      confirmed: domains.danglingConfirmed,
    })
    .from(domains)
    .where(eq(domains.offboardingId, id))
    .orderBy(domains.hostname);
  return {
    ...toRemovalRow(row),
    parts: buildParts(row.entries),
    verifiedAt: lastVerified(row.entries),
    open: left.map(({ id: domainId, hostname, status, confirmed }) => {
      const step = status?.steps.find(({ state }) => state !== 'done' && state !== 'skipped') ?? null;
      const started = status?.steps.some(({ name }) => name === 'remove-alias') ?? false;
      return {
        domainId,
        hostname,
        step: started ? (step?.name ?? null) : null,
        sentence: started ? (step?.sentence ?? status?.sentence ?? '') : 'Starts within seconds.',
        dangling: started && !confirmed && waitsForDns(status),
      };
    }),
  };
}

/** What is said of a report that isn't there, and of one that isn't the reader's. */
export function noRemoval(): ExpectedError {
  return new ExpectedError('not-found', 'There is no such removal.');
}
