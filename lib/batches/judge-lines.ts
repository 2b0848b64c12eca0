import 'server-only';
import { inArray } from 'drizzle-orm';
import { mapConcurrently } from '@/lib/aws/map-concurrently';
import type { Context } from '@/lib/context';
import { tenants } from '@/lib/db/schema';
import type { Network } from '@/lib/dns/network';
import { ExpectedError } from '@/lib/errors';
import { readInventory } from '@/lib/inventory/read-inventory';
import { judgeDomain, requireConfirmation } from '@/lib/tenants/judge-domain';
import { checkRows } from './check-rows';
import { type BatchLine, type CheckedLine, isGood } from './model';
import { readDefaults } from './read-defaults';
import { columnOf, plainHostname, toOnboarding, wildcardOver } from './to-onboarding';

/** Lookups in the DNS at a time. */
const concurrency = 8;
const anyId = '00000000-0000-4000-8000-000000000000';

/**
 * Every row judged as the onboarding form would be: its own fields, the others of the file, and what exists here, on AWS and in the public
 * DNS. Calls nobody but the DNS, changes nothing.
 *
 * @throws ExpectedError `conflict` without a gateway
 */
export async function judgeLines(ctx: Context, lines: BatchLine[], network?: Network): Promise<CheckedLine[]> {
  const [defaults, gatewayDomains, taken] = await Promise.all([
    readDefaults(ctx.db),
    readInventory(ctx.db, 'gateway-domain'),
    readTenants(ctx, lines),
  ]);
  const wildcards = new Set(gatewayDomains.map(({ name }) => name));
  return mapConcurrently(checkRows(lines, defaults), concurrency, async (row) => {
    const errors = { ...againstTenants(row, taken), ...row.errors };
    const input = toOnboarding(row.input, defaults, anyId);
    const wildcard = wildcardOver(plainHostname(row.input.hostname));
    if (input.certificate === `wildcard:${wildcard}` && !wildcards.has(wildcard)) {
      errors.certificate ??= `No custom domain name ${wildcard} is on the gateway. Write dedicated.`;
    }
    if (!isGood({ ...row, errors })) return { ...row, errors };
    return { ...row, errors: await judge(ctx, row, input, network) };
  });
}

async function readTenants({ db }: Context, lines: BatchLine[]) {
  const slugs = [...new Set(checkRows(lines, { zones: [], stages: [] }).map(({ slug }) => slug))];
  if (slugs.length === 0) return new Map<string, { name: string; leaving: boolean }>();
  const rows = await db.select().from(tenants).where(inArray(tenants.slug, slugs));
  return new Map(rows.map((one) => [one.slug, { name: one.name, leaving: one.removalRequestedAt !== null }]));
}

/** A tenant who is here already gets another domain, if the row names the same one. */
function againstTenants(
  { slug, input }: CheckedLine,
  taken: Map<string, { name: string; leaving: boolean }>,
): CheckedLine['errors'] {
  const tenant = taken.get(slug);
  if (tenant === undefined) return {};
  if (tenant.leaving) return { slug: `${tenant.name} is being removed.` };
  if (tenant.name.trim().toLowerCase() === input.name.trim().toLowerCase()) return {};
  return { slug: `The tenant ${tenant.name} has this slug already.` };
}

async function judge(
  ctx: Context,
  { slug }: CheckedLine,
  input: ReturnType<typeof toOnboarding>,
  network: Network | undefined,
): Promise<CheckedLine['errors']> {
  let said = '';
  try {
    const { report } = await judgeDomain(ctx, input, slug, network);
    said = report.publicAnswer?.sentence ?? '';
    requireConfirmation(report, input.confirmHostname);
    return {};
  } catch (error) {
    if (!(error instanceof ExpectedError) || error.code !== 'invalid') throw error;
    const fields = Object.entries(error.options.fields ?? { hostname: error.message });
    return Object.fromEntries(
      fields.map(([field, sentence]) => {
        const column = columnOf(field);
        return [column, column === 'confirm' ? `${said} ${sentence}`.trim() : sentence];
      }),
    );
  }
}
