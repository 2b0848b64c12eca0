import { normaliseHostname } from '@/lib/dns/hostname';
import type { HostedZone } from '@/lib/inventory/model';
import { zoneOf } from '@/lib/tenants/hostname-findings';
import type { OnboardTenantInput } from '@/lib/tenants/schemas';
import { suggestSlug } from '@/lib/tenants/suggest-slug';
import type { BatchColumn, BatchInput } from './model';

/** What rows leave open. */
export interface BatchDefaults {
  zones: HostedZone[];
  /** Stages of the gateway: the only one is taken where a row names none. */
  stages: string[];
}

/** The hostname in ASCII, lower case; as written where it makes none. Pure. */
export function plainHostname(typed: string): string {
  const normal = normaliseHostname(typed, { allowWildcard: true, commonName: false });
  return normal.ok ? normal.ascii : typed.trim().toLowerCase();
}

/** The slug as written, or what the name suggests. Pure. */
export const slugOf = ({ slug, name }: Pick<BatchInput, 'slug' | 'name'>) => slug.trim() || suggestSlug(name);

/** The wildcard custom domain name that could serve a hostname. */
export const wildcardOver = (hostname: string) => `*.${hostname.split('.').slice(1).join('.')}`;

/** A row as the onboarding form would send it. Pure. */
export function toOnboarding(
  input: BatchInput,
  { zones, stages }: BatchDefaults,
  submissionId: string,
): OnboardTenantInput {
  const hostname = plainHostname(input.hostname);
  const zone = zoneOf(
    hostname,
    zones.filter((one) => !one.private),
  );
  const asked = input.certificate.trim();
  const word = asked.toLowerCase();
  const wildcard = word === 'wildcard';
  const certificate = wildcard ? `wildcard:${wildcardOver(hostname)}` : word === '' ? 'dedicated' : asked;
  const basePath = input.basePath.trim();
  const stage = input.stage.trim() || (stages.length === 1 ? (stages[0] ?? '') : '');
  return {
    name: input.name,
    slug: slugOf(input),
    contactEmail: input.contactEmail,
    kind: zone === null ? 'customer' : 'managed',
    zoneId: zone?.id ?? '',
    label: zone === null ? '' : input.hostname,
    hostname: zone === null ? input.hostname : '',
    certificate: word === 'dedicated' ? 'dedicated' : certificate,
    mappings: wildcard ? [] : [{ basePath: basePath === '/' ? '' : basePath, stage }],
    confirmHostname: input.confirm,
    submissionId,
  };
}

/**
 * What a row waits for: `slot`, a call of CreateDomainName, which AWS allows once in 30 s; `tenant`, records at the customer's DNS provider
 * first; `free`, neither.
 */
export type Lane = 'slot' | 'tenant' | 'free';

export function laneOf({ certificate, kind }: Pick<OnboardTenantInput, 'certificate' | 'kind'>): Lane {
  if (certificate.startsWith('wildcard:')) return 'free';
  return kind === 'customer' && certificate === 'dedicated' ? 'tenant' : 'slot';
}

/** The cell that a field of the form stands in. */
export function columnOf(field: string): BatchColumn {
  if (field === 'name' || field === 'slug' || field === 'contactEmail' || field === 'certificate') return field;
  if (field === 'confirmHostname') return 'confirm';
  if (field.endsWith('basePath')) return 'basePath';
  return field.startsWith('mappings') ? 'stage' : 'hostname';
}
