import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { changeSets } from '@/lib/db/schema';
import { getGatewayId } from '@/lib/inventory/get-gateway-id';

const most = 200;

/** The shared gateway's open drafts by name, the newest first. From the database and quick: pages about routes show them all. */
export async function listDrafts(db: Db): Promise<{ number: number; name: string; author: string }[]> {
  const restApiId = await getGatewayId(db);
  if (restApiId === null) return [];
  return db
    .select({ number: changeSets.number, name: changeSets.name, author: changeSets.authorName })
    .from(changeSets)
    .where(and(eq(changeSets.restApiId, restApiId), eq(changeSets.state, 'draft')))
    .orderBy(desc(changeSets.number))
    .limit(most);
}
