import { domainNameArn } from '@/lib/aws/api-gateway/domain-name-arn';
import type { DomainStatus, OffboardingStep } from '@/lib/domains/model';
import type { Observed, Subject } from '@/lib/domains/observed';
import { ownsCertificate, ownsGatewayDomain } from '@/lib/domains/ownership';
import { ownEdgeRecords } from '@/lib/domains/plan-edge-name';
import { describeRecord } from '@/lib/domains/plan-records';
import { ownMappings, ownRoutingRecords, ownValidationRecords, tagsToRemove } from '@/lib/domains/plan-removal';
import type { RecordSet } from '@/lib/inventory/model';

export interface RemovalSight {
  subject: Subject;
  observed: Observed;
  previous: DomainStatus | null;
  region: string;
}

/** What a step takes away, one line each as operators and AWS name it. Empty: nothing of it is there. Pure. */
export const itemsOf: Record<OffboardingStep, (sight: RemovalSight) => string[]> = {
  'stop-usage': ({ observed }) =>
    (observed.usage.known ? observed.usage.value : []).flatMap(({ id, name, enabled }) =>
      enabled ? `API key ${name === null ? id : `${name} (${id})`}` : [],
    ),
  'remove-alias': ({ subject, observed, previous }) => ownRoutingRecords(subject, observed, previous).map(recordLine),
  'remove-edge-name': ({ observed }) => ownEdgeRecords(observed).map(recordLine),
  'remove-mappings': ({ subject, observed }) =>
    ownMappings(subject, observed).map(
      ({ domainName, basePath, restApiId, stage }) => `${domainName}/${basePath} to ${restApiId}/${stage}`,
    ),
  'remove-domain-name': ({ subject, observed, region }) => {
    const domain = observed.gatewayDomain.known ? observed.gatewayDomain.value : null;
    return domain !== null && ownsGatewayDomain(subject, domain) ? [domainNameArn(region, domain.name)] : [];
  },
  'remove-certificate': ({ subject, observed }) => {
    const certificate = observed.certificate.known ? observed.certificate.value : null;
    return certificate !== null && ownsCertificate(subject, certificate) ? [certificate.arn] : [];
  },
  'remove-validation': ({ observed, previous }) => ownValidationRecords(observed, previous).map(recordLine),
  'remove-tags': ({ subject, observed, region }) =>
    tagsToRemove(subject, observed).map(
      ({ kind, id, tags }) =>
        `${Object.keys(tags).join(', ')} of ${kind === 'certificate' ? id : domainNameArn(region, id)}`,
    ),
};

function recordLine(record: RecordSet): string {
  return `${record.name} ${describeRecord(record)}`;
}
