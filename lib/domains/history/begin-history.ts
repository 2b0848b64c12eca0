import 'server-only';
import type { Db } from '@/lib/db/db';
import { domainHistory } from '@/lib/db/schema';

/** The first line of a domain's history, in the transaction that writes its row. */
export async function beginHistory(db: Db, domainId: string, at: Date): Promise<void> {
  await db
    .insert(domainHistory)
    .values({ domainId, at, headline: 'Draft', sentence: 'Not looked at yet.', actor: 'us' });
}
