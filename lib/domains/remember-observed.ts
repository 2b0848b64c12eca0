import 'server-only';
import { and, eq, notInArray, sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { inventory } from '@/lib/db/schema';
import type { WantedDomain } from '@/lib/domains/model';
import type { Observed } from '@/lib/domains/observed';
import { itemKey } from '@/lib/inventory/item-key';
import type { InventoryKind } from '@/lib/inventory/model';
import { putItems } from '@/lib/inventory/put-items';

/** Puts what a pass has just seen into the inventory cache, so that pages show it before the next sync comes by. */
export async function rememberObserved(ctx: Context, wanted: WantedDomain, observed: Observed): Promise<void> {
  const { certificate, gatewayDomain, mappings } = observed;
  // What was read there is not written back: the sync may have seen something newer since.
  if (observed.cached === true) return;
  const seenAt = ctx.now();
  if (certificate.known && certificate.value !== null)
    await putItems(ctx.db, 'certificate', [certificate.value], seenAt);
  if (certificate.known && certificate.value === null && wanted.certificateArn !== null) {
    await drop(ctx, 'certificate', wanted.certificateArn);
  }
  if (gatewayDomain.known && gatewayDomain.value !== null)
    await putItems(ctx.db, 'gateway-domain', [gatewayDomain.value], seenAt);
  if (gatewayDomain.known && gatewayDomain.value === null) await drop(ctx, 'gateway-domain', wanted.gatewayDomainName);
  if (mappings.known) await putItems(ctx.db, 'mapping', mappings.value, seenAt);
  const gone = gatewayDomain.known && gatewayDomain.value === null;
  if (mappings.known || gone) {
    const keys = mappings.known ? mappings.value.map((mapping) => itemKey('mapping', mapping)) : [];
    const ofDomain = and(
      eq(inventory.kind, 'mapping'),
      sql`${inventory.data}->>'domainName' = ${wanted.gatewayDomainName}`,
    );
    await ctx.db.delete(inventory).where(keys.length === 0 ? ofDomain : and(ofDomain, notInArray(inventory.key, keys)));
  }
}

async function drop(ctx: Context, kind: InventoryKind, key: string): Promise<void> {
  await ctx.db.delete(inventory).where(and(eq(inventory.kind, kind), eq(inventory.key, key)));
}
