import 'server-only';
import { and, eq, notExists, sql } from 'drizzle-orm';
import { z } from 'zod';
import { recordEvent } from '@/lib/audit/record-event';
import { getBasePathMappings } from '@/lib/aws/api-gateway/get-base-path-mappings';
import { getDomainName } from '@/lib/aws/api-gateway/get-domain-name';
import { AwsError } from '@/lib/aws/errors';
import type { Context } from '@/lib/context';
import type { Db } from '@/lib/db/db';
import { domainMappings, domains, inventory, tenants } from '@/lib/db/schema';
import { beginHistory } from '@/lib/domains/history/begin-history';
import { contactTag, domainTag, madeHere, tenantNameTag, tenantTag } from '@/lib/domains/ownership';
import type { Certificate, GatewayDomain, HostedZone, InventoryKind, Mapping } from '@/lib/inventory/model';
import { readInventory } from '@/lib/inventory/read-inventory';
import { readSyncStates } from '@/lib/inventory/read-sync-states';
import { log } from '@/lib/log';
import { zoneOf } from './hostname-findings';
import { slugSchema } from './schemas';

/** An adopted domain is judged by all of these: one of them missing would look like something to create or to delete. */
const needed: readonly InventoryKind[] = ['gateway-domain', 'mapping', 'certificate', 'hosted-zone'];

interface Found {
  domain: GatewayDomain;
  slug: string;
  zone: HostedZone | null;
  certificate: Certificate | null;
  mappings: Mapping[];
}

/**
 * Makes tenants of custom domain names whose tag `gatehouse:tenant` says whose they are and that no domain row knows, so
 * that the database can be rebuilt from AWS. Candidates come from the cache and are confirmed by AWS one by one, because
 * a domain whose removal has just ended still stands in a list that was read before. May run anywhere at any time: each
 * domain is taken over once, in one transaction with its audit event.
 *
 * @returns the hostnames adopted
 */
export async function adoptTenants(ctx: Context): Promise<string[]> {
  const states = await readSyncStates(ctx.db);
  if (states.some((state) => needed.includes(state.kind) && state.seenAt === null)) return [];
  const adopted: string[] = [];
  const unknown = await findUnknown(ctx.db);
  for (const found of unknown) {
    const live = await readLive(ctx, found);
    const owner = ownerOf(unknown.filter(({ slug }) => slug === found.slug));
    if (live !== null && (await adopt(ctx, live, owner))) adopted.push(found.domain.name);
  }
  return adopted;
}

interface Owner {
  name: string | null;
  contactEmail: string | null;
}

/** What the tags of all its domains tell of a tenant: what was tagged by hand may say less than what was made here. */
function ownerOf(found: Found[]): Owner {
  const tags = [...found]
    .sort((a, b) => Number(madeHere(b.domain.tags, b.domain.name)) - Number(madeHere(a.domain.tags, a.domain.name)))
    .map(({ domain }) => domain.tags);
  const contacts = tags.flatMap((one) => z.email().safeParse(one[contactTag]).data ?? []);
  return {
    name: tags.flatMap((one) => one[tenantNameTag]?.trim() || [])[0] ?? null,
    contactEmail: contacts[0] ?? null,
  };
}

async function findUnknown(db: Db): Promise<Found[]> {
  const [gatewayDomains, certificates, zones, mappings, rows] = await Promise.all([
    readInventory(db, 'gateway-domain'),
    readInventory(db, 'certificate'),
    readInventory(db, 'hosted-zone'),
    readInventory(db, 'mapping'),
    db.select({ hostname: domains.hostname, gatewayDomainName: domains.gatewayDomainName }).from(domains),
  ]);
  const known = new Set(rows.flatMap((row) => [row.hostname, row.gatewayDomainName]));
  return gatewayDomains.flatMap((domain) => {
    const slug = domain.tags[tenantTag];
    // A wildcard serves many hostnames, so it is no tenant's own.
    if (
      slug === undefined ||
      known.has(domain.name) ||
      domain.name.startsWith('*.') ||
      domain.endpointType !== 'REGIONAL'
    )
      return [];
    if (!slugSchema.safeParse(slug).success) {
      log.warn({ domain: domain.name, slug }, 'not adopted: the tenant tag is no slug');
      return [];
    }
    return {
      domain,
      slug,
      zone: zoneOf(domain.name, zones),
      certificate: certificates.find((certificate) => certificate.arn === domain.certificateArn) ?? null,
      mappings: mappings.filter((mapping) => mapping.domainName === domain.name),
    };
  });
}

/**
 * As AWS has it now. A domain's row goes after its custom domain name, so what no row knows and AWS still has was never ours to remove; and
 * the cache may not have its mappings yet, which are taken over for good.
 */
async function readLive(ctx: Context, found: Found): Promise<Found | null> {
  const { domain, slug } = found;
  try {
    const live = await getDomainName(ctx.aws, domain.name);
    if (live === null || live.tags[tenantTag] !== slug || live.certificateArn !== domain.certificateArn) return null;
    return { ...found, mappings: await getBasePathMappings(ctx.aws, domain.name) };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    log.warn({ err: error, domain: domain.name }, 'not adopted yet: AWS could not confirm the domain');
    return null;
  }
}

/** The stable name of a tenant's own domain: an alias in one of our zones that leads to its target and is no hostname by itself. */
async function formerEdge(tx: Db, { name, targetName }: GatewayDomain) {
  if (targetName === null) return {};
  const data = inventory.data;
  const [alias] = await tx
    .select({ edgeName: sql<string>`${data}->>'name'`, edgeZoneId: sql<string>`${data}->>'zoneId'` })
    .from(inventory)
    .where(
      and(
        eq(inventory.kind, 'record-set'),
        sql`${data}->>'type' = 'A'`,
        sql`${data}->'alias'->>'dnsName' = ${targetName}`,
        sql`${data}->>'name' <> ${name}`,
        notExists(tx.select().from(domains).where(sql`${data}->>'name' in (${domains.edgeName}, ${domains.hostname})`)),
      ),
    )
    .limit(1);
  return alias ?? {};
}

/** @returns false when somebody else was faster */
function adopt(ctx: Context, found: Found, owner: Owner): Promise<boolean> {
  const { domain, slug, zone, certificate } = found;
  return ctx.db.transaction(async (tx) => {
    const name = owner.name ?? slug;
    const { contactEmail } = owner;
    await tx.insert(tenants).values({ slug, name, contactEmail, adopted: true }).onConflictDoNothing();
    const [tenant] = await tx
      .select({ id: tenants.id, leaves: tenants.removalRequestedAt })
      .from(tenants)
      .where(eq(tenants.slug, slug))
      .for('share');
    // Removed this very moment, or on its way: what is there once it is gone is looked at then.
    if (tenant === undefined || tenant.leaves !== null) return false;
    const dedicated = certificate !== null && madeHere(certificate.tags, domain.name);
    const [row] = await tx
      .insert(domains)
      .values({
        ...(await formerId(tx, domain)),
        ...(zone === null ? await formerEdge(tx, domain) : {}),
        tenantId: tenant.id,
        hostname: domain.name,
        kind: zone === null ? 'customer' : 'managed',
        zoneId: zone?.id ?? null,
        certificateMode: dedicated ? 'dedicated' : 'existing',
        certificateArn: domain.certificateArn,
        gatewayDomainName: domain.name,
        // Offboarding may remove what says that it was made here; what was only given to a tenant by its tag stays.
        certificateOurs: dedicated,
        gatewayDomainOurs: madeHere(domain.tags, domain.name),
      })
      .onConflictDoNothing()
      .returning({ id: domains.id });
    if (row === undefined) return false;
    await beginHistory(tx, row.id, ctx.now());
    // A mapping without a stage leaves the choice to the caller; we could not say it in our words, so it stays AWS's.
    const mappings = found.mappings.flatMap(({ basePath, restApiId, stage }) => {
      return stage === null ? [] : [{ domainId: row.id, basePath, restApiId, stage }];
    });
    if (mappings.length > 0) await tx.insert(domainMappings).values(mappings);
    await recordEvent(
      { ...ctx, db: tx, actor: { kind: 'system', name: 'inventory' } },
      {
        action: 'tenant.adopted',
        resourceId: domain.name,
        tenantSlug: slug,
        after: {
          slug,
          name,
          hostname: domain.name,
          zone: zone?.name ?? null,
          certificateArn: domain.certificateArn,
          mappings: found.mappings,
        },
      },
    );
    return true;
  });
}

/** The id that it had in the database that made it, by which its certificate and the audit log know it; none when somebody has it. */
async function formerId(db: Db, { tags }: GatewayDomain): Promise<{ id?: string }> {
  const id = z.uuid().safeParse(tags[domainTag]);
  if (!id.success || (await db.$count(domains, eq(domains.id, id.data))) > 0) return {};
  return { id: id.data };
}
