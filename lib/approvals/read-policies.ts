import 'server-only';
import { eq } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { stagePolicies } from '@/lib/db/schema';
import type { ApproverRole } from './model';

/** The stages of a gateway that need approval, each with the lowest role of who approves. */
export async function readPolicies(db: Db, restApiId: string): Promise<Map<string, ApproverRole>> {
  const rows = await db.select().from(stagePolicies).where(eq(stagePolicies.restApiId, restApiId));
  return new Map(rows.map(({ stage, approverRole }) => [stage, approverRole]));
}
