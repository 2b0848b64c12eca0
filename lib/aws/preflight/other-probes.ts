import 'server-only';
import {
  AddTagsToCertificateCommand,
  DescribeCertificateCommand,
  ListCertificatesCommand,
  ListTagsForCertificateCommand,
  RemoveTagsFromCertificateCommand,
  RequestCertificateCommand,
} from '@aws-sdk/client-acm';
import { ListFunctionsCommand } from '@aws-sdk/client-lambda';
import {
  ChangeResourceRecordSetsCommand,
  GetChangeCommand,
  ListHostedZonesCommand,
  ListResourceRecordSetsCommand,
} from '@aws-sdk/client-route-53';
import type { OperationsOf } from '../iam/operations';
import { partitionOf } from '../iam/scope';
import { absent, absentHost, type Probe, type ProbeTarget } from './probe';

/** ACM gives every certificate a random UUID. */
function absentCertificate({ region, account }: ProbeTarget) {
  const id = '00000000-0000-0000-0000-000000000000';
  return { CertificateArn: `arn:${partitionOf(region)}:acm:${region}:${account}:certificate/${id}` };
}

export const acmProbes: Record<OperationsOf<'acm'>, Probe> = {
  ListCertificates: { kind: 'looks', send: ({ acm }) => acm.send(new ListCertificatesCommand({ MaxItems: 1 })) },
  DescribeCertificate: {
    kind: 'looks',
    send: ({ acm }, at) => acm.send(new DescribeCertificateCommand(absentCertificate(at))),
  },
  ListTagsForCertificate: {
    kind: 'looks',
    send: ({ acm }, at) => acm.send(new ListTagsForCertificateCommand(absentCertificate(at))),
  },
  // No name has a space in it.
  RequestCertificate: {
    kind: 'asks',
    send: ({ acm }) =>
      acm.send(new RequestCertificateCommand({ DomainName: 'gatehouse preflight', ValidationMethod: 'DNS' })),
  },
  // The policy allows it by the certificate's tag, and what isn't there has no tag: a refusal would say nothing.
  DeleteCertificate: {
    kind: 'untried',
    why: 'The permission depends on the tag of the certificate, so only deleting one shows it.',
  },
  AddTagsToCertificate: {
    kind: 'looks',
    send: ({ acm }, at) =>
      acm.send(new AddTagsToCertificateCommand({ ...absentCertificate(at), Tags: [{ Key: absent, Value: '' }] })),
  },
  RemoveTagsFromCertificate: {
    kind: 'looks',
    send: ({ acm }, at) =>
      acm.send(new RemoveTagsFromCertificateCommand({ ...absentCertificate(at), Tags: [{ Key: absent }] })),
  },
};

export const route53Probes: Record<OperationsOf<'route53'>, Probe> = {
  ListHostedZones: { kind: 'looks', send: ({ route53 }) => route53.send(new ListHostedZonesCommand({ MaxItems: 1 })) },
  ListResourceRecordSets: {
    kind: 'looks',
    send: ({ route53 }, { zone }) =>
      route53.send(new ListResourceRecordSetsCommand({ HostedZoneId: zone.id, MaxItems: 1 })),
  },
  GetChange: {
    kind: 'looks',
    send: ({ route53 }) => route53.send(new GetChangeCommand({ Id: 'C0GATEHOUSEPREFLIGHT' })),
  },
  // Takes away a record that isn't there: a deletion has to repeat the record, and none has this value.
  ChangeResourceRecordSets: {
    kind: 'looks',
    send: ({ route53 }, { zone }) => {
      const gone = {
        Name: `${absent}.${zone.name}.`,
        Type: 'CNAME' as const,
        TTL: 300,
        ResourceRecords: [{ Value: `${absentHost}.` }],
      };
      return route53.send(
        new ChangeResourceRecordSetsCommand({
          HostedZoneId: zone.id,
          ChangeBatch: { Changes: [{ Action: 'DELETE', ResourceRecordSet: gone }] },
        }),
      );
    },
  },
};

export const lambdaProbes: Record<OperationsOf<'lambda'>, Probe> = {
  ListFunctions: { kind: 'looks', send: ({ lambda }) => lambda.send(new ListFunctionsCommand({ MaxItems: 1 })) },
};
