import 'server-only';
import { and, eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { routeOwners } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import { getGatewayId } from '@/lib/inventory/get-gateway-id';
import type { SetRouteOwnerInput } from './schemas';

/**
 * Writes down who looks after a path and all below it that has no owner of its own; an empty owner leaves it to the path
 * above.
 *
 * @throws ExpectedError `not-found` while no gateway is known
 */
export async function setRouteOwner(ctx: Context, { path, owner }: SetRouteOwnerInput): Promise<void> {
  const restApiId = await getGatewayId(ctx.db);
  if (restApiId === null) throw new ExpectedError('not-found', 'The shared gateway has not been found yet.');
  const here = and(eq(routeOwners.restApiId, restApiId), eq(routeOwners.path, path));
  await ctx.db.transaction(async (tx) => {
    const [row] = await tx.select().from(routeOwners).where(here);
    const before = row?.owner ?? '';
    if (before === owner) return;
    if (owner === '') await tx.delete(routeOwners).where(here);
    else
      await tx
        .insert(routeOwners)
        .values({ restApiId, path, owner })
        .onConflictDoUpdate({ target: [routeOwners.restApiId, routeOwners.path], set: { owner } });
    await recordEvent(
      { ...ctx, db: tx },
      { action: 'route.owner-changed', resourceId: path, before: { owner: before }, after: { owner } },
    );
  });
}
