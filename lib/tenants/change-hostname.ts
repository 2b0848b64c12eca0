import 'server-only';
import { eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import type { Db } from '@/lib/db/db';
import { domainMappings, domains, tenants } from '@/lib/db/schema';
import { normaliseHostname } from '@/lib/dns/hostname';
import type { Network } from '@/lib/dns/network';
import { wakeReconciler } from '@/lib/domains/wake';
import { ExpectedError } from '@/lib/errors';
import { readInventory } from '@/lib/inventory/read-inventory';
import { noDomain } from '@/lib/tenants/find-tenant';
import { holdTenant } from '@/lib/tenants/hold-tenant';
import { zoneOf } from '@/lib/tenants/hostname-findings';
import { insertDomain } from '@/lib/tenants/insert-domain';
import { judgeDomain, requireConfirmation } from '@/lib/tenants/judge-domain';
import { takenBy } from '@/lib/tenants/onboard-tenant';
import type { ChangeHostnameInput, DomainInput } from '@/lib/tenants/schemas';
import { violatedConstraint } from '@/lib/tenants/unique-violation';

type Domain = typeof domains.$inferSelect;

/**
 * Makes the domain that is to take another's place: a new hostname of the same tenant with the same paths. The old one stays and serves until
 * somebody removes it. The same submission twice makes one domain.
 *
 * @throws ExpectedError `invalid` with sentences by field, `conflict`, `not-found`
 */
export async function changeHostname(
  ctx: Context,
  input: ChangeHostnameInput,
  network?: Network,
): Promise<{ hostname: string; slug: string }> {
  const { old, slug } = await findOld(ctx, input.domainId);
  const sent = await findNew(ctx, input.submissionId);
  if (sent !== null && sent.tenantId === old.tenantId) return { hostname: sent.hostname, slug };
  requireChangeable(old, await successorOf(ctx, old));
  const form = await toForm(ctx, old, input);
  try {
    const { report, wanted } = await judgeDomain(ctx, form, slug, network);
    requireConfirmation(report, input.confirmHostname);
    await ctx.db.transaction(async (tx) => {
      await holdOld(tx, old, slug);
      await insertDomain(tx, old.tenantId, wanted, {
        id: input.submissionId,
        takeoverConfirmed: report.needsConfirmation,
        now: ctx.now(),
        correlationId: ctx.correlationId,
      });
      await tx.update(domains).set({ successorId: input.submissionId }).where(eq(domains.id, old.id));
      const after = { ...wanted, replaces: old.hostname };
      const event = { action: 'domain.successor-added' as const, resourceId: wanted.hostname, tenantSlug: slug, after };
      await recordEvent({ ...ctx, db: tx }, event);
    });
    wakeReconciler();
    return { hostname: wanted.hostname, slug };
  } catch (error) {
    const twin = await findNew(ctx, input.submissionId);
    if (twin !== null) return { hostname: twin.hostname, slug };
    throw atHostname(takenBy(violatedConstraint(error), 'customer') ?? error);
  }
}

async function findOld({ db }: Context, id: string): Promise<{ old: Domain; slug: string }> {
  const [found] = await db
    .select({ old: domains, slug: tenants.slug })
    .from(domains)
    .innerJoin(tenants, eq(tenants.id, domains.tenantId))
    .where(eq(domains.id, id));
  if (found === undefined) throw noDomain();
  return found;
}

/** Nobody moves it, removes it or changes its hostname until the transaction ends; who was faster is told of. */
async function holdOld(tx: Db, { id, tenantId, hostname }: Domain, slug: string): Promise<void> {
  // First the tenant, as its removal does, so that the two don't wait for each other.
  await holdTenant(tx, slug);
  const [now] = await tx.select().from(domains).where(eq(domains.id, id)).for('update');
  if (now === undefined) throw noDomain();
  if (now.tenantId !== tenantId) throw new ExpectedError('conflict', `${hostname} has just moved to another tenant.`);
  requireChangeable(now, await successorOf({ db: tx }, now));
}

async function findNew({ db }: Pick<Context, 'db'>, id: string): Promise<Domain | null> {
  const [row] = await db.select().from(domains).where(eq(domains.id, id));
  return row ?? null;
}

const successorOf = (ctx: Pick<Context, 'db'>, { successorId }: Domain) =>
  successorId === null ? Promise.resolve(null) : findNew(ctx, successorId);

function requireChangeable(old: Domain, successor: Domain | null): void {
  if (old.intent === 'absent') throw new ExpectedError('conflict', `${old.hostname} is being removed.`);
  if (successor === null || successor.intent === 'absent') return;
  throw new ExpectedError('conflict', `${successor.hostname} takes the place of ${old.hostname} already.`, {
    fix: 'Remove that one first, or change its hostname.',
  });
}

/** What the form for another domain would send. */
async function toForm(ctx: Context, old: Domain, input: ChangeHostnameInput): Promise<DomainInput> {
  const zones = await readInventory(ctx.db, 'hosted-zone');
  const normal = normaliseHostname(input.hostname, { allowWildcard: true, commonName: false });
  const hostname = normal.ok ? normal.ascii : input.hostname;
  const zone = zoneOf(hostname, zones);
  const wildcard = input.certificate === 'wildcard';
  return {
    kind: zone === null ? 'customer' : 'managed',
    zoneId: zone?.id ?? '',
    label: zone === null ? '' : input.hostname,
    hostname: zone === null ? input.hostname : '',
    certificate: wildcard ? `wildcard:*.${hostname.split('.').slice(1).join('.')}` : input.certificate,
    mappings: wildcard ? [] : await pathsOf(ctx, old),
    confirmHostname: input.confirmHostname,
    submissionId: input.submissionId,
  };
}

/** The old domain's own paths, or those that its wildcard serves. */
async function pathsOf({ db }: Context, old: Domain): Promise<DomainInput['mappings']> {
  const own = await db.select().from(domainMappings).where(eq(domainMappings.domainId, old.id));
  if (own.length > 0) return own.map(({ basePath, stage }) => ({ basePath, stage }));
  const all = await readInventory(db, 'mapping');
  return all.flatMap(({ domainName, basePath, stage }) =>
    domainName === old.gatewayDomainName && stage !== null ? [{ basePath, stage }] : [],
  );
}

/** The dialog has one field for what the form has three for. */
function atHostname(error: unknown): unknown {
  if (!(error instanceof ExpectedError) || error.code !== 'invalid') return error;
  const { label, zoneId, kind, ...fields } = error.options.fields ?? {};
  const sentence = label ?? zoneId ?? kind;
  const all = sentence === undefined ? fields : { hostname: sentence, ...fields };
  return new ExpectedError('invalid', error.message, { ...error.options, fields: all });
}
