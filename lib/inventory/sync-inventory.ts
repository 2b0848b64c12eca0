import 'server-only';
import { listCertificates } from '@/lib/aws/acm/list-certificates';
import { getBasePathMappings } from '@/lib/aws/api-gateway/get-base-path-mappings';
import { getDomainNames } from '@/lib/aws/api-gateway/get-domain-names';
import { getResources } from '@/lib/aws/api-gateway/get-resources';
import { getRestApis } from '@/lib/aws/api-gateway/get-rest-apis';
import { getStages } from '@/lib/aws/api-gateway/get-stages';
import { withMaxWait } from '@/lib/aws/call-scope';
import { mapConcurrently } from '@/lib/aws/map-concurrently';
import { listHostedZones } from '@/lib/aws/route-53/list-hosted-zones';
import { listResourceRecordSets } from '@/lib/aws/route-53/list-resource-record-sets';
import { unlessAbsent } from '@/lib/aws/unless-absent';
import type { Context } from '@/lib/context';
import { databaseUnreachable } from '@/lib/db/database-error';
import { env } from '@/lib/env';
import { ExpectedError } from '@/lib/errors';
import { log } from '@/lib/log';
import { adoptTenants } from '@/lib/tenants/adopt-tenants';
import { findGateway } from './find-gateway';
import type { InventoryKind, InventoryKinds } from './model';
import { readInventory } from './read-inventory';
import { noteFailure, replaceKind } from './replace-kind';

/** Nobody waits for the sync, so it may queue behind AWS's quotas for long. */
const maxWaitMs = 60_000;
/** Calls in flight for one list; the pacer sets the rate, this leaves room between for the reconciler's calls. */
const concurrency = 3;
/** 300 records a page: a zone at AWS's default quota of 10,000 is read whole. */
const maxRecordPages = 40;

/**
 * Reads AWS into the cache and adopts tenants found by their tags. Parts are independent: what can't be read keeps its
 * old items and is noted with a sentence.
 *
 * @returns the kinds that failed
 * @throws ExpectedError `database-unreachable`
 */
export function syncInventory(ctx: Context): Promise<{ failed: InventoryKind[] }> {
  return withMaxWait(maxWaitMs, async () => {
    const parts = await Promise.all([syncGateway(ctx), syncDomains(ctx), syncZones(ctx), syncCertificates(ctx)]);
    await adoptTenants(ctx);
    return { failed: parts.flat() };
  });
}

async function syncGateway(ctx: Context): Promise<InventoryKind[]> {
  const failed = await sync(ctx, 'rest-api', () => getRestApis(ctx.aws));
  const gateway = findGateway(await readInventory(ctx.db, 'rest-api'), env().restApiId);
  const ofGateway = async <T>(read: (restApiId: string) => Promise<T[]>) => (gateway ? read(gateway.id) : []);
  const parts = await Promise.all([
    sync(ctx, 'stage', () => ofGateway((id) => getStages(ctx.aws, id))),
    sync(ctx, 'resource', () => ofGateway((id) => getResources(ctx.aws, id))),
  ]);
  return [...failed, ...parts.flat()];
}

async function syncDomains(ctx: Context): Promise<InventoryKind[]> {
  const failed = await sync(ctx, 'gateway-domain', () => getDomainNames(ctx.aws));
  const domains = (await readInventory(ctx.db, 'gateway-domain')).filter((domain) => domain.endpointType !== 'PRIVATE');
  const mappings = async () => {
    const lists = await mapConcurrently(domains, concurrency, ({ name }) => {
      return unlessAbsent([], () => getBasePathMappings(ctx.aws, name)); // deleted meanwhile
    });
    return lists.flat();
  };
  return [...failed, ...(await sync(ctx, 'mapping', mappings))];
}

async function syncZones(ctx: Context): Promise<InventoryKind[]> {
  const failed = await sync(ctx, 'hosted-zone', () => listHostedZones(ctx.aws));
  const zones = (await readInventory(ctx.db, 'hosted-zone')).filter((zone) => !zone.private);
  const records = async () => {
    const lists = await mapConcurrently(zones, 1, async ({ id }) => {
      const read = () => listResourceRecordSets(ctx.aws, id, { maxPages: maxRecordPages });
      return (await unlessAbsent([], read)).map((record) => ({ ...record, zoneId: id }));
    });
    return lists.flat();
  };
  return [...failed, ...(await sync(ctx, 'record-set', records))];
}

function syncCertificates(ctx: Context): Promise<InventoryKind[]> {
  return sync(ctx, 'certificate', () => listCertificates(ctx.aws));
}

async function sync<Kind extends InventoryKind>(
  ctx: Context,
  kind: Kind,
  read: () => Promise<InventoryKinds[Kind][]>,
): Promise<InventoryKind[]> {
  const startedAt = ctx.now(); // what AWS answers is at least as new as this
  let items: InventoryKinds[Kind][];
  try {
    items = await read();
  } catch (error) {
    const away = databaseUnreachable(error);
    if (away) throw away;
    log.warn({ err: error, kind }, 'inventory: kind not read');
    await noteFailure(ctx.db, kind, sentenceOf(error), ctx.now());
    return [kind];
  }
  await replaceKind(ctx.db, kind, items, startedAt);
  return [];
}

function sentenceOf(error: unknown): string {
  return error instanceof ExpectedError
    ? error.message
    : "AWS's answer could not be understood; the log has the details.";
}
