import type { Tag } from '@aws-sdk/client-acm';
import type { Context } from '../context';
import type { Authority } from '../pki/authority';
import { findCertificate } from '../services/acm/find-certificate';
import { issue } from '../services/acm/issue';
import { requestCertificate } from '../services/acm/request-certificate';
import { changeResourceRecordSets } from '../services/route-53/change-resource-record-sets';

/** A certificate of the first tenant's own and a wildcard for others, both issued; returns the first one's ARN. */
export async function seedCertificates(
  context: Context,
  authority: Authority,
  zoneId: string,
): Promise<{ customer1: string }> {
  const name = 'customer1.example.com';
  const customer1 = await certificate(context, authority, zoneId, name, [
    { Key: 'gatehouse:tenant', Value: 'customer1' },
    { Key: 'gatehouse:made-for', Value: name },
  ]);
  // Not at the same time: Route 53 refuses a change to a zone while another is at work.
  await certificate(context, authority, zoneId, '*.example.com', [{ Key: 'Name', Value: 'Shared wildcard' }]);
  return { customer1 };
}

async function certificate(
  context: Context,
  authority: Authority,
  zoneId: string,
  name: string,
  tags: Tag[],
): Promise<string> {
  const { CertificateArn: arn = '' } = await requestCertificate(context, {
    DomainName: name,
    ValidationMethod: 'DNS',
    Tags: tags,
  });
  const options = findCertificate(context, arn).detail.DomainValidationOptions ?? [];
  await changeResourceRecordSets(context, {
    HostedZoneId: zoneId,
    ChangeBatch: {
      Changes: options.map(({ ResourceRecord: record }) => ({
        Action: 'UPSERT',
        ResourceRecordSet: { Name: record?.Name, Type: 'CNAME', TTL: 300, ResourceRecords: [{ Value: record?.Value }] },
      })),
    },
  });
  await issue(context, authority, arn);
  return arn;
}
