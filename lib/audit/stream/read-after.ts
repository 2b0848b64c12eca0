import 'server-only';
import { asc, desc, eq, gt } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { auditChain, auditEvents } from '@/lib/db/schema';

/** One row as receivers get it: its place, and all that the hashes are made of. */
export interface StreamedRow {
  seq: number;
  hash: string;
  prev: string;
  digest: string;
  id: number;
  [column: string]: unknown;
}

/** The next rows in the order of the chain. Places that retention removed meanwhile are passed over. */
export async function readAfter(db: Db, seq: number, limit: number): Promise<StreamedRow[]> {
  const rows = await db
    .select({ link: auditChain, event: auditEvents })
    .from(auditChain)
    .innerJoin(auditEvents, eq(auditEvents.id, auditChain.eventId))
    .where(gt(auditChain.seq, seq))
    .orderBy(asc(auditChain.seq))
    .limit(limit);
  return rows.map(({ link, event: { digest: _, ...event } }) => ({
    seq: link.seq,
    hash: link.hash,
    prev: link.prev,
    digest: link.digest,
    ...event,
  }));
}

/** Place of the newest row. */
export async function readHead(db: Db): Promise<number> {
  const [head] = await db.select({ seq: auditChain.seq }).from(auditChain).orderBy(desc(auditChain.seq)).limit(1);
  return head?.seq ?? 0;
}
