import 'server-only';
import { describeCertificates } from '@/lib/aws/acm/describe-certificates';
import { type CertificateSummary, listCertificateSummaries } from '@/lib/aws/acm/list-certificate-summaries';
import { getBasePathMappings } from '@/lib/aws/api-gateway/get-base-path-mappings';
import { getDomainNames } from '@/lib/aws/api-gateway/get-domain-names';
import { getRestApis } from '@/lib/aws/api-gateway/get-rest-apis';
import { getVpcLinks } from '@/lib/aws/api-gateway/get-vpc-links';
import { withMaxWait } from '@/lib/aws/call-scope';
import { AwsError } from '@/lib/aws/errors';
import { listFunctions } from '@/lib/aws/lambda/list-functions';
import { mapConcurrently } from '@/lib/aws/map-concurrently';
import { listHostedZones } from '@/lib/aws/route-53/list-hosted-zones';
import { listResourceRecordSets } from '@/lib/aws/route-53/list-resource-record-sets';
import { unlessAbsent } from '@/lib/aws/unless-absent';
import type { Context } from '@/lib/context';
import { databaseUnreachable } from '@/lib/db/database-error';
import { syncDeployments } from '@/lib/deployments/sync-deployments';
import { ExpectedError } from '@/lib/errors';
import { log } from '@/lib/log';
import { adoptTenants } from '@/lib/tenants/adopt-tenants';
import { dropOrphans } from './drop-orphans';
import { getGatewayId } from './get-gateway-id';
import { isAsKnown } from './is-as-known';
import { domainOfMapping } from './item-key';
import type { InventoryKind, InventoryKinds, LambdaFunction } from './model';
import { readInventory } from './read-inventory';
import { noteFailure, replaceKind } from './replace-kind';
import { syncWorkingCopy } from './sync-working-copy';
import { Turns } from './turns';

/** Nobody waits for the sync, so it may queue behind AWS's quotas for long. */
const maxWaitMs = 60_000;
/** Calls in flight for one list; the pacer sets the rate, this leaves room between for the reconciler's calls. */
const concurrency = 3;
/** 300 records a page: a zone at AWS's default quota of 10,000 is read whole. */
const maxRecordPages = 40;

/** Whose turn it is, between the runs of one loop. */
export interface SyncTurns {
  mappings: Turns;
  certificates: Turns;
}

export const newTurns = (): SyncTurns => ({ mappings: new Turns(), certificates: new Turns() });

/**
 * Reads AWS into the cache and adopts tenants found by their tags. Parts are independent: what can't be read keeps its
 * old items and is noted with a sentence.
 *
 * @param turns of the runs before this one; without them everything is read
 * @returns the kinds that failed
 * @throws ExpectedError `database-unreachable`
 */
export function syncInventory(ctx: Context, turns = newTurns()): Promise<{ failed: InventoryKind[] }> {
  return withMaxWait(maxWaitMs, async () => {
    const parts = await Promise.all([
      syncGateway(ctx),
      syncDomains(ctx, turns.mappings),
      syncZones(ctx),
      syncCertificates(ctx, turns.certificates),
      syncTargets(ctx),
    ]);
    await adoptTenants(ctx);
    await dropOrphans(ctx.db);
    return { failed: parts.flat() };
  });
}

async function syncGateway(ctx: Context): Promise<InventoryKind[]> {
  const failed = await sync(ctx, 'rest-api', () => getRestApis(ctx.aws));
  const id = await getGatewayId(ctx.db);
  if (id === null) {
    await replaceKind(ctx.db, 'resource', [], ctx.now());
    await replaceKind(ctx.db, 'stage', [], ctx.now());
    return failed;
  }
  const unread = await attempt(ctx, ['stage', 'resource'], () => syncWorkingCopy(ctx, id));
  if (unread.length > 0) return [...failed, ...unread];
  return [...failed, ...(await attempt(ctx, ['stage'], () => syncDeployments(ctx, id)))];
}

/** What integrations point at. */
async function syncTargets(ctx: Context): Promise<InventoryKind[]> {
  const failed = await sync(ctx, 'vpc-link', () => getVpcLinks(ctx.aws));
  return [...failed, ...(await sync(ctx, 'lambda-function', () => functionsIfAllowed(ctx)))];
}

/** A console without business with Lambda has nothing to choose from; that is no failure. */
async function functionsIfAllowed(ctx: Context): Promise<LambdaFunction[]> {
  try {
    return await listFunctions(ctx.aws);
  } catch (error) {
    if (error instanceof AwsError && (error.kind === 'denied' || error.kind === 'invalid')) return [];
    throw error;
  }
}

/** Mappings are listed for one custom domain name at a time: those of new ones, and of the others in turn. */
async function syncDomains(ctx: Context, turns: Turns): Promise<InventoryKind[]> {
  const failed = await sync(ctx, 'gateway-domain', () => getDomainNames(ctx.aws));
  const domains = (await readInventory(ctx.db, 'gateway-domain')).filter((domain) => domain.endpointType !== 'PRIVATE');
  const names = domains.map(({ name }) => name);
  const { due, done } = turns.next(names);
  const kept = new Set(names.filter((name) => !due.has(name)));
  const unread = await attempt(ctx, ['mapping'], async () => {
    const startedAt = ctx.now();
    const lists = await mapConcurrently([...due], concurrency, (name) => {
      return unlessAbsent([], () => getBasePathMappings(ctx.aws, name)); // deleted meanwhile
    });
    await replaceKind(ctx.db, 'mapping', lists.flat(), startedAt, (key) => kept.has(domainOfMapping(key)));
    done();
  });
  return [...failed, ...unread];
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

/** The list tells what most certificates are; described are those it shows to have changed, and the others in turn. */
async function syncCertificates(ctx: Context, turns: Turns): Promise<InventoryKind[]> {
  return attempt(ctx, ['certificate'], async () => {
    const startedAt = ctx.now();
    const summaries = await listCertificateSummaries(ctx.aws);
    const known = new Map((await readInventory(ctx.db, 'certificate')).map((one) => [one.arn, one]));
    const { due, done } = turns.next(summaries.map(({ arn }) => arn));
    const isKept = (summary: CertificateSummary) => !due.has(summary.arn) && isAsKnown(summary, known.get(summary.arn));
    const kept = new Set(summaries.filter(isKept).map(({ arn }) => arn));
    const asked = summaries.filter(({ arn }) => !kept.has(arn)).map(({ arn }) => arn);
    const described = await describeCertificates(ctx.aws, asked);
    await replaceKind(ctx.db, 'certificate', described, startedAt, (key) => kept.has(key));
    done();
  });
}

async function sync<Kind extends InventoryKind>(
  ctx: Context,
  kind: Kind,
  read: () => Promise<InventoryKinds[Kind][]>,
): Promise<InventoryKind[]> {
  return attempt(ctx, [kind], async () => {
    const startedAt = ctx.now(); // what AWS answers is at least as new as this
    await replaceKind(ctx.db, kind, await read(), startedAt);
  });
}

/** Runs a part of the sync; when it fails, the kinds it is about are noted as such and returned. */
async function attempt(ctx: Context, kinds: InventoryKind[], part: () => Promise<unknown>): Promise<InventoryKind[]> {
  try {
    await part();
    return [];
  } catch (error) {
    const away = databaseUnreachable(error);
    if (away) throw away;
    log.warn({ err: error, kinds }, 'inventory: not read');
    for (const kind of kinds) await noteFailure(ctx.db, kind, sentenceOf(error), ctx.now());
    return kinds;
  }
}

function sentenceOf(error: unknown): string {
  return error instanceof ExpectedError
    ? error.message
    : "AWS's answer could not be understood; the log has the details.";
}
