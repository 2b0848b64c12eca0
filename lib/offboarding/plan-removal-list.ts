import { danglingOf } from '@/lib/domains/decide/dangling';
import type { View } from '@/lib/domains/decide/view';
import type { OffboardingStep, Trouble } from '@/lib/domains/model';
import { ownsCertificate, ownsGatewayDomain } from '@/lib/domains/ownership';
import { foreignMappings } from '@/lib/domains/plan-removal';
import { itemsOf } from '@/lib/domains/removal-items';
import type { PlannedRemoval } from './model';

type Sight = View & { region: string };
type Lines = Omit<PlannedRemoval, 'step'>[];

const stays = (what: string, sentence: string): Lines => [{ fate: 'stays', what, sentence }];
const unknown = (trouble: Trouble | null): Lines => [
  { fate: 'unknown', what: '', sentence: trouble?.sentence ?? 'It could not be read.' },
];

/** What removing a domain comes to, step by step and in their order, from what was just read. Pure. */
export function planRemovalList(sight: Sight): PlannedRemoval[] {
  const steps = Object.keys(plans) as (keyof typeof plans)[];
  return steps.flatMap((step) => plans[step](sight).map((line) => ({ step, ...line })));
}

/** The keys are the tenant's, so they are told once and not with each domain: see `planUsage`. */
const plans: Record<Exclude<OffboardingStep, 'stop-usage'>, (sight: Sight) => Lines> = {
  'remove-alias': (sight) => {
    const { wanted, observed } = sight;
    if (wanted.zoneId === null)
      return [{ fate: 'asked', what: wanted.hostname, sentence: "The record at the tenant's own DNS provider." }];
    if (!observed.zoneRecords.known) return unknown(observed.zoneRecords.trouble);
    return going(sight, 'remove-alias', 'Taken out of our zone: no client comes any more.');
  },
  'remove-edge-name': (sight) => {
    const { subject, observed } = sight;
    if (subject.edge === null) return [];
    if (!observed.edgeRecords.known) return unknown(observed.edgeRecords.trouble);
    return going(sight, 'remove-edge-name', "Taken out of our zone: the tenant's record leads nowhere from then on.");
  },
  'remove-mappings': (sight) => {
    const { wanted, observed } = sight;
    if (wanted.mappings.length === 0) return stays(wanted.gatewayDomainName, 'Its paths are shared with others.');
    if (!observed.gatewayDomain.known) return unknown(observed.gatewayDomain.trouble);
    if (observed.gatewayDomain.value !== null && !observed.mappings.known) return unknown(observed.mappings.trouble);
    const foreign = foreignMappings(sight.subject, observed).map(({ basePath }) =>
      stays(`${wanted.gatewayDomainName}/${basePath}`, 'Not made here.'),
    );
    return [...going(sight, 'remove-mappings', 'Unmapped from the gateway.'), ...foreign.flat()];
  },
  'remove-domain-name': (sight) => {
    const { subject, observed } = sight;
    if (!observed.gatewayDomain.known) return unknown(observed.gatewayDomain.trouble);
    const domain = observed.gatewayDomain.value;
    if (domain === null) return [];
    const why = domain.name === subject.wanted.hostname ? 'It was not made here.' : 'It serves other hostnames, too.';
    if (!ownsGatewayDomain(subject, domain)) return stays(domain.name, why);
    return going(sight, 'remove-domain-name', `Deleted once the public DNS no longer leads there. ${dnsNow(sight)}`);
  },
  'remove-certificate': (sight) => {
    const { subject, observed, wanted } = sight;
    if (!observed.certificate.known)
      return wanted.certificateArn === null && observed.certificate.trouble === null
        ? []
        : unknown(observed.certificate.trouble);
    const certificate = observed.certificate.value;
    if (certificate === null) return [];
    if (!ownsCertificate(subject, certificate))
      return stays(certificate.arn, 'It was not requested for this domain alone.');
    if (!observed.certificateSharedBy.known) return unknown(observed.certificateSharedBy.trouble);
    const shared = observed.certificateSharedBy.value.certificate;
    if (shared !== null) return stays(certificate.arn, shared);
    return going(sight, 'remove-certificate', 'Deleted once AWS has let go of it.');
  },
  'remove-validation': (sight) => {
    const { wanted, subject, observed } = sight;
    const certificate = observed.certificate.known ? observed.certificate.value : null;
    if (certificate === null || !ownsCertificate(subject, certificate)) return [];
    if (wanted.zoneId === null)
      return certificate.validations.flatMap(({ record }) =>
        record === null
          ? []
          : {
              fate: 'asked' as const,
              what: `${record.name} ${record.type} ${record.value}`,
              sentence: 'No longer needed.',
            },
      );
    if (!observed.zoneRecords.known) return unknown(observed.zoneRecords.trouble);
    if (!observed.certificateSharedBy.known) return unknown(observed.certificateSharedBy.trouble);
    const { certificate: shared, validation } = observed.certificateSharedBy.value;
    const lines = going(sight, 'remove-validation', 'Taken out of our zone.');
    const why = shared ?? validation;
    return why === null ? lines : lines.map((line) => ({ ...line, fate: 'stays' as const, sentence: why }));
  },
  'remove-tags': (sight) => {
    const { observed, subject } = sight;
    const domain = observed.gatewayDomain.known ? observed.gatewayDomain.value : null;
    const certificate = observed.certificate.known ? observed.certificate.value : null;
    // What goes takes its tags along.
    const left = {
      ...observed,
      gatewayDomain:
        domain !== null && ownsGatewayDomain(subject, domain)
          ? ({ known: true, value: null } as const)
          : observed.gatewayDomain,
      certificate:
        certificate !== null && ownsCertificate(subject, certificate)
          ? ({ known: true, value: null } as const)
          : observed.certificate,
    };
    return going({ ...sight, observed: left }, 'remove-tags', 'Nothing says any more that it is theirs.');
  },
};

function going(sight: Sight, step: OffboardingStep, sentence: string): Lines {
  return itemsOf[step](sight).map((what) => ({ fate: 'goes', what, sentence }));
}

function dnsNow(sight: Sight): string {
  const domain = sight.observed.gatewayDomain.known ? sight.observed.gatewayDomain.value : null;
  return domain === null ? '' : danglingOf(sight, domain).sentence;
}
