import 'server-only';
import { and, eq, or, sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { inventory } from '@/lib/db/schema';
import type { LoadedDomain } from '@/lib/domains/load-domain';
import { notAsked, type Observed } from '@/lib/domains/observed';
import { validationRecords, wildcardNames } from '@/lib/domains/wanted-records';
import type { InventoryKind, InventoryKinds } from '@/lib/inventory/model';
import { readRecordSets } from '@/lib/inventory/read-inventory';
import { readSyncStates } from '@/lib/inventory/read-sync-states';

/** The sync reads its lists each minute, details in turn; an account that takes it longer still counts. */
const freshForMs = 15 * 60_000;

type Inside = Pick<Observed, 'certificate' | 'gatewayDomain' | 'mappings' | 'zoneRecords'>;

/**
 * What AWS has of a domain as the inventory sync saw it last, without a call of its own; null when the sync did not read all of it
 * lately. Good enough to confirm that a Live domain is as it was; what differs is looked at in AWS before anybody acts on it.
 */
export async function observeFromCache(ctx: Context, domain: LoadedDomain): Promise<Inside | null> {
  const { wanted, zoneName } = domain;
  const kinds: InventoryKind[] = ['gateway-domain', 'mapping'];
  if (wanted.certificateArn !== null) kinds.push('certificate');
  if (wanted.zoneId !== null) kinds.push('record-set');
  if (!(await areFresh(ctx, kinds))) return null;
  const rows = await ctx.db
    .select({ kind: inventory.kind, data: inventory.data })
    .from(inventory)
    .where(
      or(
        and(eq(inventory.kind, 'gateway-domain'), eq(inventory.key, wanted.gatewayDomainName)),
        and(eq(inventory.kind, 'mapping'), sql`${inventory.data}->>'domainName' = ${wanted.gatewayDomainName}`),
        wanted.certificateArn === null
          ? undefined
          : and(eq(inventory.kind, 'certificate'), eq(inventory.key, wanted.certificateArn)),
      ),
    );
  const of = <Kind extends InventoryKind>(kind: Kind) =>
    rows.flatMap((row) => (row.kind === kind ? [row.data as InventoryKinds[Kind]] : []));
  const certificate = of('certificate')[0] ?? null;
  const gatewayDomain = of('gateway-domain')[0] ?? null;
  const names = [wanted.hostname];
  if (certificate !== null && wanted.certificateMode === 'dedicated')
    names.push(...validationRecords(certificate).map((record) => record.name));
  if (wanted.gatewayDomainName !== wanted.hostname && zoneName !== null)
    names.push(...wildcardNames(wanted.hostname, zoneName));
  const records = wanted.zoneId === null ? [] : await readRecordSets(ctx.db, names);
  return {
    certificate: wanted.certificateArn === null ? notAsked : { known: true, value: certificate },
    gatewayDomain: { known: true, value: gatewayDomain },
    mappings: gatewayDomain === null ? notAsked : { known: true, value: of('mapping') },
    zoneRecords:
      wanted.zoneId === null
        ? notAsked
        : { known: true, value: records.flatMap(({ zoneId, ...record }) => (zoneId === wanted.zoneId ? record : [])) },
  };
}

async function areFresh(ctx: Context, kinds: InventoryKind[]): Promise<boolean> {
  const since = ctx.now().getTime() - freshForMs;
  const states = await readSyncStates(ctx.db);
  return kinds.every((kind) => {
    const state = states.find((one) => one.kind === kind);
    return state !== undefined && state.failure === null && state.seenAt !== null && Date.parse(state.seenAt) > since;
  });
}
