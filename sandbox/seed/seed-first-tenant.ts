import type { Context } from '../context';
import { createBasePathMapping } from '../services/api-gateway/create-base-path-mapping';
import { createDomainName } from '../services/api-gateway/create-domain-name';
import { changeResourceRecordSets } from '../services/route-53/change-resource-record-sets';

interface FirstTenant {
  zoneId: string;
  certificateArn: string;
  restApiId: string;
  stage: string;
}

/** customer1, live at customer1.example.com; the tags say whose it is. */
export async function seedFirstTenant(
  context: Context,
  { zoneId, certificateArn, restApiId, stage }: FirstTenant,
): Promise<void> {
  const domainName = 'customer1.example.com';
  const created = await createDomainName(context, {
    domainName,
    regionalCertificateArn: certificateArn,
    endpointConfiguration: { types: ['REGIONAL'], ipAddressType: 'dualstack' },
    securityPolicy: 'TLS_1_2',
    tags: {
      'gatehouse:tenant': 'customer1',
      'gatehouse:tenant-name': 'Customer One',
      'gatehouse:made-for': domainName,
    },
  });
  await createBasePathMapping(context, { domainName, restApiId, stage });
  await changeResourceRecordSets(context, {
    HostedZoneId: zoneId,
    ChangeBatch: {
      Changes: (['A', 'AAAA'] as const).map((Type) => ({
        Action: 'UPSERT',
        ResourceRecordSet: {
          Name: domainName,
          Type,
          AliasTarget: {
            DNSName: created.regionalDomainName,
            HostedZoneId: created.regionalHostedZoneId,
            EvaluateTargetHealth: false,
          },
        },
      })),
    },
  });
}
