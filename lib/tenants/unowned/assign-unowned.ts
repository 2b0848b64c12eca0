import 'server-only';
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { audited } from '@/lib/audit/audited';
import { recordEvent } from '@/lib/audit/record-event';
import { addTagsToCertificate } from '@/lib/aws/acm/add-tags-to-certificate';
import { describeCertificate } from '@/lib/aws/acm/describe-certificate';
import { domainNameArn } from '@/lib/aws/api-gateway/domain-name-arn';
import { getBasePathMappings } from '@/lib/aws/api-gateway/get-base-path-mappings';
import { getDomainName } from '@/lib/aws/api-gateway/get-domain-name';
import { tagResource } from '@/lib/aws/api-gateway/tag-resource';
import type { Context } from '@/lib/context';
import { domainMappings, domains, tenants } from '@/lib/db/schema';
import { normaliseHostname } from '@/lib/dns/hostname';
import { beginHistory } from '@/lib/domains/history/begin-history';
import { domainTag, tenantTag } from '@/lib/domains/ownership';
import { contactTags, ownerTags } from '@/lib/domains/tags';
import { wakeReconciler } from '@/lib/domains/wake';
import { ExpectedError } from '@/lib/errors';
import type { GatewayDomain, HostedZone, Mapping } from '@/lib/inventory/model';
import { putItems } from '@/lib/inventory/put-items';
import { readInventory } from '@/lib/inventory/read-inventory';
import { findTenant } from '@/lib/tenants/find-tenant';
import { holdTenant } from '@/lib/tenants/hold-tenant';
import { zoneOf } from '@/lib/tenants/hostname-findings';
import type { AssignUnownedInput } from './schemas';

interface Owner {
  slug: string;
  name: string;
  contactEmail: string | null;
  isNew: boolean;
}

interface Candidate {
  domain: GatewayDomain;
  hostnames: string[];
  mappings: Mapping[];
}

/**
 * Gives what is on AWS and no tenant's to a tenant, an existing one or a new one. On AWS nothing changes but tags; the mappings that are there are
 * taken as wanted, and nothing of it counts as made here, so that removing the tenant leaves it.
 *
 * Each is tagged first and written down then: a process that ends in between leaves a tag, by which the next sync takes it over.
 *
 * @returns hostnames that are the tenant's now, and ARNs of tagged certificates
 * @throws ExpectedError `invalid`, `conflict`, `not-found`; AwsError, with those before it done
 */
export async function assignUnowned(
  ctx: Context,
  input: AssignUnownedInput,
): Promise<{ slug: string; adopted: string[]; tagged: string[] }> {
  const owner = await ownerOf(ctx, input.tenant);
  const zones = await readInventory(ctx.db, 'hosted-zone');
  const candidates: Candidate[] = [];
  for (const one of input.domains) candidates.push(await candidateOf(ctx, one));
  const adopted: string[] = [];
  for (const candidate of candidates) adopted.push(...(await adopt(ctx, owner, candidate, zones)));
  const tagged: string[] = [];
  for (const arn of input.certificates) if (await tagCertificate(ctx, owner, arn)) tagged.push(arn);
  // Without a domain that brought it into being.
  if (owner.isNew && candidates.length === 0) await ctx.db.transaction((tx) => ensureTenant({ ...ctx, db: tx }, owner));
  wakeReconciler();
  return { slug: owner.slug, adopted, tagged };
}

async function ownerOf(ctx: Context, tenant: AssignUnownedInput['tenant']): Promise<Owner> {
  if (tenant.kind === 'existing') {
    const { slug, name, contactEmail } = await findTenant(ctx.db, tenant.slug, { staying: true });
    return { slug, name, contactEmail, isNew: false };
  }
  const [taken] = await ctx.db.select({ id: tenants.id }).from(tenants).where(eq(tenants.slug, tenant.slug));
  if (taken !== undefined)
    throw invalid({ 'tenant.slug': `${tenant.slug} is a tenant already. Choose it, or another slug.` });
  return { slug: tenant.slug, name: tenant.name, contactEmail: null, isNew: true };
}

/** Looks at AWS: what the list says may be older than somebody else's change. */
async function candidateOf(
  ctx: Context,
  { name, hostnames }: AssignUnownedInput['domains'][number],
): Promise<Candidate> {
  const domain = await getDomainName(ctx.aws, name);
  if (domain === null) throw new ExpectedError('conflict', `${name} is not on the gateway any more.`);
  if (domain.endpointType !== 'REGIONAL')
    throw new ExpectedError(
      'conflict',
      `${name} is no regional custom domain name, so it can't be looked after from here.`,
    );
  const wildcard = name.startsWith('*.');
  const wanted = wildcard ? hostnames.map((typed) => underWildcard(typed, name)) : [name];
  if (wanted.length === 0) throw invalid({ hostnames: `Say which hostnames ${name} serves for the tenant.` });
  for (const hostname of wanted) {
    const [row] = await ctx.db.select({ id: domains.id }).from(domains).where(eq(domains.hostname, hostname));
    if (row !== undefined) throw new ExpectedError('conflict', `${hostname} is a tenant's already.`);
  }
  return {
    domain,
    hostnames: [...new Set(wanted)],
    mappings: wildcard ? [] : await getBasePathMappings(ctx.aws, name),
  };
}

function underWildcard(typed: string, wildcard: string): string {
  const normal = normaliseHostname(typed, { allowWildcard: false, commonName: false });
  if (!normal.ok) throw invalid({ hostnames: `${typed}: ${normal.sentence}` });
  const label = normal.ascii.endsWith(wildcard.slice(1)) ? normal.ascii.slice(0, -wildcard.length + 1) : '';
  if (label === '' || label.includes('.'))
    throw invalid({ hostnames: `${normal.ascii} is not served by ${wildcard}.` });
  return normal.ascii;
}

async function adopt(ctx: Context, owner: Owner, candidate: Candidate, zones: HostedZone[]): Promise<string[]> {
  const { domain, hostnames, mappings } = candidate;
  const exact = !domain.name.startsWith('*.');
  const ids = hostnames.map((hostname) => ({ hostname, id: randomUUID() }));
  // A wildcard is no one's own: whose hostnames it serves is known here alone.
  const [first] = ids;
  if (exact && first !== undefined) await tagDomain(ctx, owner, domain, first.id);
  await ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx };
    const tenantId = await ensureTenant(inside, owner);
    for (const { hostname, id } of ids) {
      const zone = zoneOf(hostname, zones);
      const [row] = await tx
        .insert(domains)
        .values({
          id,
          tenantId,
          hostname,
          kind: zone === null ? 'customer' : 'managed',
          zoneId: zone?.id ?? null,
          certificateMode: 'existing',
          certificateArn: domain.certificateArn,
          gatewayDomainName: domain.name,
          certificateOurs: false,
          gatewayDomainOurs: false,
          correlationId: ctx.correlationId ?? null,
        })
        .onConflictDoNothing()
        .returning({ id: domains.id });
      // The sync was faster, by the tag that was just written.
      if (row === undefined) continue;
      await beginHistory(tx, id, ctx.now());
      const wanted = mappings.flatMap(({ basePath, restApiId, stage }) =>
        stage === null ? [] : [{ domainId: id, basePath, restApiId, stage }],
      );
      if (wanted.length > 0) await tx.insert(domainMappings).values(wanted);
      const after = { hostname, gatewayDomainName: domain.name, certificateArn: domain.certificateArn, mappings };
      await recordEvent(inside, { action: 'domain.adopted', resourceId: hostname, tenantSlug: owner.slug, after });
    }
  });
  return hostnames;
}

async function tagDomain(ctx: Context, owner: Owner, domain: GatewayDomain, id: string): Promise<void> {
  const tags = { ...ownerTags(owner), ...contactTags(owner), [domainTag]: id };
  const { name } = domain;
  await audited(
    ctx,
    {
      action: 'domain.tagged',
      resourceId: name,
      tenantSlug: owner.slug,
      before: { tags: domain.tags },
      after: { tags: { ...domain.tags, ...tags } },
    },
    () => tagResource(ctx.aws, domainNameArn(ctx.aws.region, name), tags),
  );
  await putItems(ctx.db, 'gateway-domain', [{ ...domain, tags: { ...domain.tags, ...tags } }], ctx.now());
}

/** @returns false when it is gone, or a tenant's by now */
async function tagCertificate(ctx: Context, owner: Owner, arn: string): Promise<boolean> {
  const certificate = await describeCertificate(ctx.aws, arn);
  if (certificate === null || certificate.tags[tenantTag] !== undefined) return false;
  const tags = ownerTags(owner);
  const after = { tags: { ...certificate.tags, ...tags } };
  await audited(
    ctx,
    { action: 'domain.tagged', resourceId: arn, tenantSlug: owner.slug, before: { tags: certificate.tags }, after },
    () => addTagsToCertificate(ctx.aws, arn, tags),
  );
  await putItems(ctx.db, 'certificate', [{ ...certificate, ...after }], ctx.now());
  return true;
}

async function ensureTenant(ctx: Context, { slug, name }: Owner): Promise<string> {
  const made = await ctx.db
    .insert(tenants)
    .values({ slug, name, adopted: true })
    .onConflictDoNothing()
    .returning({ id: tenants.id });
  if (made.length > 0)
    await recordEvent(ctx, { action: 'tenant.adopted', resourceId: slug, tenantSlug: slug, after: { slug, name } });
  return (await holdTenant(ctx.db, slug)).id;
}

function invalid(fields: Record<string, string>): ExpectedError {
  return new ExpectedError('invalid', Object.values(fields)[0] ?? 'Nothing was changed.', { fields });
}
