import type { Actor } from '@/lib/domains/model';
import type { CertificateValidation, HostedZone, RecordSet } from '@/lib/inventory/model';
import { zoneOf } from './zone-of';

/** One name of a certificate on its way to be validated. */
export interface DescribedValidation extends CertificateValidation {
  /** Whose turn it is. */
  turn: Actor;
  sentence: string;
}

/** ACM gives up this long after the request. Source: ACM user guide, "DNS validation". */
export const validationDeadlineMs = 72 * 3_600_000;

/**
 * For each name of a certificate: which record is missing and whose turn it is, as far as our own zones tell. A record
 * outside of them is the tenant's to publish. Pure.
 */
export function describeValidations(
  validations: readonly CertificateValidation[],
  zones: readonly HostedZone[],
  records: readonly (RecordSet & { zoneId: string })[],
): DescribedValidation[] {
  return validations.map((validation) => ({ ...validation, ...turnOf(validation, zones, records) }));
}

function turnOf(
  { status, method, record, domainName }: CertificateValidation,
  zones: readonly HostedZone[],
  records: readonly (RecordSet & { zoneId: string })[],
): Pick<DescribedValidation, 'turn' | 'sentence'> {
  if (status === 'SUCCESS') return { turn: 'nobody', sentence: 'Validated.' };
  if (status === 'FAILED') return { turn: 'us', sentence: 'Not validated. The certificate has to be requested again.' };
  if (method === 'EMAIL') return { turn: 'tenant', sentence: `ACM has asked the contacts of ${domainName} by e-mail.` };
  if (!record) return { turn: 'aws', sentence: 'ACM has not named the record yet; that takes some seconds.' };
  const zone = zoneOf(record.name, zones);
  if (!zone) return { turn: 'tenant', sentence: `Waits for this record at the DNS provider of ${domainName}.` };
  const there = records.some(
    (one) =>
      one.zoneId === zone.id &&
      one.name === record.name &&
      one.type === record.type &&
      one.values.includes(record.value),
  );
  return there
    ? { turn: 'aws', sentence: `The record is in our zone ${zone.name}; ACM finds it by itself within minutes.` }
    : { turn: 'us', sentence: `The record is missing in our zone ${zone.name}.` };
}
