import 'server-only';
import { and, eq, notInArray, sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { inventory } from '@/lib/db/schema';
import type { WantedDomain } from '@/lib/domains/model';
import type { Observed } from '@/lib/domains/observed';
import { itemKey } from '@/lib/inventory/item-key';
import type { InventoryKind, InventoryKinds } from '@/lib/inventory/model';

/** Puts what a pass has just seen into the inventory cache, so that pages show it before the next sync comes by. */
export async function rememberObserved(ctx: Context, wanted: WantedDomain, observed: Observed): Promise<void> {
  const { certificate, gatewayDomain, mappings } = observed;
  if (certificate.known && certificate.value !== null) await put(ctx, 'certificate', [certificate.value]);
  if (certificate.known && certificate.value === null && wanted.certificateArn !== null) {
    await drop(ctx, 'certificate', wanted.certificateArn);
  }
  if (gatewayDomain.known && gatewayDomain.value !== null) await put(ctx, 'gateway-domain', [gatewayDomain.value]);
  if (gatewayDomain.known && gatewayDomain.value === null) await drop(ctx, 'gateway-domain', wanted.gatewayDomainName);
  if (mappings.known) await put(ctx, 'mapping', mappings.value);
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

async function put<Kind extends InventoryKind>(ctx: Context, kind: Kind, items: InventoryKinds[Kind][]): Promise<void> {
  if (items.length === 0) return;
  const seenAt = ctx.now();
  await ctx.db
    .insert(inventory)
    .values(items.map((data) => ({ kind, key: itemKey(kind, data), data, seenAt })))
    .onConflictDoUpdate({
      target: [inventory.kind, inventory.key],
      set: { data: sql`excluded.data`, seenAt: sql`excluded.seen_at` },
      setWhere: sql`${inventory.data} is distinct from excluded.data`,
    });
}

async function drop(ctx: Context, kind: InventoryKind, key: string): Promise<void> {
  await ctx.db.delete(inventory).where(and(eq(inventory.kind, kind), eq(inventory.key, key)));
}
