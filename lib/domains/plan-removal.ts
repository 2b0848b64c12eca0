import type { Observed, Subject } from '@/lib/domains/observed';
import { sameRecord, targetOf } from '@/lib/domains/plan-records';
import { validationRecords } from '@/lib/domains/wanted-records';
import type { Mapping, RecordSet } from '@/lib/inventory/model';

/** Whether a name is the target of a custom domain name, ours or another account's. */
export function leadsToAGateway(value: string): boolean {
  return /\.execute-api\.[a-z0-9-]+\.amazonaws\.com$/.test(value);
}

/**
 * The records at the hostname that lead to our gateway, with which its removal begins. Pure. Records that lead anywhere
 * else are somebody's else, except one that dangles: it names a gateway target, but the custom domain name is gone.
 */
export function ownRoutingRecords(subject: Subject, observed: Observed): RecordSet[] {
  if (!observed.zoneRecords.known || !observed.gatewayDomain.known) return [];
  const domain = observed.gatewayDomain.value;
  const leadsHere = (value: string) => (domain === null ? leadsToAGateway(value) : value === domain.targetName);
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
export function ownValidationRecords(observed: Observed): RecordSet[] {
  const certificate = observed.certificate.known ? observed.certificate.value : null;
  if (certificate === null || !observed.zoneRecords.known) return [];
  const wanted = validationRecords(certificate);
  return observed.zoneRecords.value.filter((record) => wanted.some((one) => sameRecord(one, record)));
}
