import 'server-only';
import type { Context } from '@/lib/context';
import type { Network } from '@/lib/dns/network';
import type { WantedDomain } from '@/lib/domains/model';
import { ExpectedError } from '@/lib/errors';
import { getGateway } from '@/lib/inventory/get-gateway';
import type { GatewayDomain } from '@/lib/inventory/model';
import { readInventory } from '@/lib/inventory/read-inventory';
import { checkHostname } from '@/lib/tenants/check-hostname';
import type { HostnameReport } from '@/lib/tenants/model';
import type { DomainInput } from '@/lib/tenants/schemas';

export interface JudgedDomain {
  report: HostnameReport & { hostname: string };
  wanted: WantedDomain;
}

/**
 * The one place that decides whether a domain may be onboarded as the form asks, for the review and for the submit
 * alike. Does not look at the typed confirmation: see `requireConfirmation`.
 *
 * @throws ExpectedError `invalid` with sentences by form field
 */
export async function judgeDomain(
  ctx: Context,
  input: DomainInput,
  tenantSlug: string,
  network?: Network,
): Promise<JudgedDomain> {
  const [report, gateway, gatewayDomains] = await Promise.all([
    checkHostname(ctx, input, network),
    getGateway(ctx.db),
    readInventory(ctx.db, 'gateway-domain'),
  ]);
  const { hostname } = report;
  const errors = report.findings.filter((finding) => finding.level === 'error');
  if (hostname === null || errors.length > 0) {
    throw invalid(Object.fromEntries(errors.map((finding) => [finding.field ?? 'hostname', finding.sentence])));
  }
  if (gateway === null) {
    throw new ExpectedError(
      'conflict',
      'The shared gateway has not been found, so there is nothing to map the paths to.',
      {
        fix: 'Tag the REST API gatehouse:gateway=shared, or set GATEHOUSE_REST_API_ID.',
      },
    );
  }
  const certificate = judgeCertificate(report, input.certificate);
  const stages = gateway.stages.map((stage) => stage.name);
  const mappings = certificate.wildcard === null ? input.mappings : [];
  const unknown = mappings.findIndex((mapping) => !stages.includes(mapping.stage));
  if (unknown >= 0)
    throw invalid({ [`mappings.${unknown}.stage`]: 'The gateway has no such stage any more. Choose another.' });
  return {
    report: { ...report, hostname },
    wanted: {
      hostname,
      tenantSlug,
      kind: input.kind,
      zoneId: report.zone?.id ?? null,
      certificateMode: certificate.mode,
      certificateArn: certificate.arn,
      gatewayDomainName: certificate.wildcard ?? hostname,
      mappings: mappings.map(({ basePath, stage }) => ({ basePath, stage, restApiId: gateway.restApi.id })),
      intent: 'present',
    },
  };

  function judgeCertificate(of: HostnameReport, chosen: string) {
    if (chosen === 'dedicated') {
      if (of.dedicatedRefusal !== null) throw invalid({ certificate: of.dedicatedRefusal });
      return { mode: 'dedicated' as const, arn: null, wildcard: null };
    }
    const candidate = of.candidates.find((one) => one.value === chosen);
    if (candidate === undefined)
      throw invalid({ certificate: 'This certificate is not in the inventory any more. Choose another.' });
    if (!candidate.usable) throw invalid({ certificate: candidate.reason });
    return { mode: 'existing' as const, arn: candidate.arn, wildcard: wildcardOf(chosen, gatewayDomains) };
  }
}

function wildcardOf(chosen: string, gatewayDomains: GatewayDomain[]): string | null {
  return gatewayDomains.find((domain) => chosen === `wildcard:${domain.name}`)?.name ?? null;
}

/**
 * Where something may answer at the hostname today, the operator has to have typed the name: onboarding must never take a
 * customer's production down.
 *
 * @throws ExpectedError `invalid` at `confirmHostname`
 */
export function requireConfirmation(report: HostnameReport & { hostname: string }, typed: string): void {
  const given = typed.trim().toLowerCase().replace(/\.$/, '');
  if (!report.needsConfirmation || given === report.hostname || given === report.unicode) return;
  throw invalid({
    confirmHostname: given === '' ? `Type ${report.hostname} to confirm.` : `That is not ${report.hostname}.`,
  });
}

function invalid(fields: Record<string, string>): ExpectedError {
  return new ExpectedError('invalid', 'Nothing was changed: something in the form needs another look.', { fields });
}
