import 'server-only';
import type { Context } from '@/lib/context';
import type { Network } from '@/lib/dns/network';
import { planOnboarding } from '@/lib/domains/plan-onboarding';
import { readDomainSettings } from '@/lib/domains/settings/read-settings';
import { readInventory } from '@/lib/inventory/read-inventory';
import { judgeDomain } from '@/lib/tenants/judge-domain';
import type { OnboardingPreview } from '@/lib/tenants/model';
import type { AddDomainInput } from '@/lib/tenants/schemas';

/**
 * What would be done for a domain, in order, before anything is. Changes nothing and calls nobody but the DNS.
 *
 * @throws ExpectedError `invalid` with sentences by form field
 */
export async function previewOnboarding(
  ctx: Context,
  input: AddDomainInput,
  network?: Network,
): Promise<OnboardingPreview> {
  const { report, wanted } = await judgeDomain(ctx, input, input.slug, network);
  const [settings, certificates, gatewayDomains, mappings, records] = await Promise.all([
    readDomainSettings(ctx.db),
    readInventory(ctx.db, 'certificate'),
    readInventory(ctx.db, 'gateway-domain'),
    readInventory(ctx.db, 'mapping'),
    readInventory(ctx.db, 'record-set'),
  ]);
  const known = { certificates, gatewayDomains, mappings, records };
  return { report, calls: planOnboarding(wanted, known, { stableName: settings.edgeZoneId !== '' }) };
}
