import type { DomainStatus } from '@/lib/domains/model';
import type { Known, Observed, Subject } from '@/lib/domains/observed';
import { domainTag, ourTags, tenantTag } from '@/lib/domains/ownership';
import { sameRecord, targetOf } from '@/lib/domains/plan-records';
import { publishedBefore } from '@/lib/domains/plan-routing';
import { validationRecords } from '@/lib/domains/wanted-records';
import type { Certificate, Mapping, RecordSet } from '@/lib/inventory/model';

/** Whether a name is the target of a custom domain name, ours or another account's. */
export function leadsToAGateway(value: string): boolean {
  return /\.execute-api\.[a-z0-9-]+\.amazonaws\.com$/.test(value);
}

/**
 * The records at the hostname that lead to our gateway, with which its removal begins. Pure. Records that lead anywhere
 * else are somebody's else, also to another gateway; once the custom domain name is gone, its target is what the last looks remember.
 */
export function ownRoutingRecords(subject: Subject, observed: Observed, previous: DomainStatus | null): RecordSet[] {
  if (!observed.zoneRecords.known || !observed.gatewayDomain.known) return [];
  const domain = observed.gatewayDomain.value;
  const published = publishedBefore(previous);
  const leadsHere = (value: string) => (domain === null ? published.includes(value) : value === domain.targetName);
  return observed.zoneRecords.value.filter(
    (record) =>
      record.name === subject.wanted.hostname &&
      record.setIdentifier === null &&
      (record.type === 'CNAME' || record.type === 'A' || record.type === 'AAAA') &&
      leadsHere(targetOf(record)),
  );
}

/** Mappings that this domain asked for and that still are as it asked. */
export function ownMappings(subject: Subject, observed: Observed): Mapping[] {
  if (!observed.mappings.known) return [];
  return observed.mappings.value.filter((mapping) => isWanted(subject, mapping));
}

/** Mappings on the domain's custom domain name that somebody else made; deleting the name would delete them, too. */
export function foreignMappings(subject: Subject, observed: Observed): Mapping[] {
  if (!observed.mappings.known) return [];
  return observed.mappings.value.filter((mapping) => !isWanted(subject, mapping));
}

function isWanted(subject: Subject, mapping: Mapping): boolean {
  return subject.wanted.mappings.some(
    (one) => one.basePath === mapping.basePath && one.restApiId === mapping.restApiId && one.stage === mapping.stage,
  );
}

/** The certificate's validation records that our zone still has, exactly as ACM named them. */
export function ownValidationRecords(observed: Observed, previous: DomainStatus | null): RecordSet[] {
  if (!observed.zoneRecords.known) return [];
  const wanted = namedValidationRecords(observed.certificate, previous);
  return observed.zoneRecords.value.filter((record) => wanted.some((one) => sameRecord(one, record)));
}

/** The validation records as ACM named them; once the certificate is gone, as the last looks remember them. */
export function namedValidationRecords(
  certificate: Known<Certificate | null>,
  previous: DomainStatus | null,
): RecordSet[] {
  if (certificate.known && certificate.value !== null) return validationRecords(certificate.value);
  return (previous?.records ?? []).flatMap(({ purpose, name, value }) =>
    purpose === 'certificate validation'
      ? { name, type: 'CNAME', ttl: null, values: [value], alias: null, setIdentifier: null }
      : [],
  );
}

/** Something that stays on AWS and carries tags of ours that go. */
export interface TaggedRemainder {
  kind: 'gateway-domain' | 'certificate';
  /** Name of the custom domain name, or ARN of the certificate. */
  id: string;
  tags: Record<string, string>;
}

/** What stays and says that it is this domain's, or that of the tenant who leaves. */
export function tagsToRemove(subject: Subject, observed: Observed): TaggedRemainder[] {
  const found: TaggedRemainder[] = [];
  const domain = observed.gatewayDomain.known ? observed.gatewayDomain.value : null;
  if (domain !== null) {
    const tags = tagsOf(subject, domain.tags, domain.name === subject.wanted.hostname);
    found.push({ kind: 'gateway-domain', id: domain.name, tags });
  }
  const certificate = observed.certificate.known ? observed.certificate.value : null;
  if (certificate !== null)
    found.push({ kind: 'certificate', id: certificate.arn, tags: tagsOf(subject, certificate.tags, false) });
  return found.filter(({ tags }) => Object.keys(tags).length > 0);
}

function tagsOf(subject: Subject, tags: Record<string, string>, ownName: boolean): Record<string, string> {
  const tenants = tags[tenantTag] === subject.wanted.tenantSlug && (subject.tenantLeaves || ownName);
  if (!tenants && tags[domainTag] !== subject.id) return {};
  return Object.fromEntries(ourTags.flatMap((key) => (tags[key] === undefined ? [] : [[key, tags[key]]])));
}
