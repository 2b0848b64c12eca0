import 'server-only';
import { eq } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { routeOwners } from '@/lib/db/schema';

/** Owners that somebody wrote down, by path. */
export async function readRouteOwners(db: Db, restApiId: string): Promise<Map<string, string>> {
  const rows = await db.select().from(routeOwners).where(eq(routeOwners.restApiId, restApiId));
  return new Map(rows.map(({ path, owner }) => [path, owner]));
}
