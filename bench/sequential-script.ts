import { setTimeout as sleep } from 'node:timers/promises';
import {
  ACMClient,
  type CertificateDetail,
  DescribeCertificateCommand,
  RequestCertificateCommand,
} from '@aws-sdk/client-acm';
import {
  APIGatewayClient,
  CreateBasePathMappingCommand,
  CreateDomainNameCommand,
  GetRestApisCommand,
} from '@aws-sdk/client-api-gateway';
import { ChangeResourceRecordSetsCommand, ListHostedZonesCommand, Route53Client } from '@aws-sdk/client-route-53';

/** Clients as everybody makes them: the SDK's own retries, three attempts. */
function makeClients(endpoint: string) {
  const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'sandbox' };
  const config = { endpoint, region: 'us-east-1', credentials };
  return {
    acm: new ACMClient(config),
    gateway: new APIGatewayClient(config),
    route53: new Route53Client(config),
  };
}

type Clients = ReturnType<typeof makeClients>;

/**
 * What a team without Gatehouse would run: one domain after the other, and again for those at which a call failed for good, until none is left.
 * Looks every five seconds, divided by `scale`. Its retries wait as long as the SDK has them wait, which `scale` makes the more patient.
 *
 * @returns how often a domain was begun once more
 */
export async function runSequentialScript(endpoint: string, hostnames: string[], scale: number): Promise<number> {
  const clients = makeClients(endpoint);
  const { HostedZones = [] } = await clients.route53.send(new ListHostedZonesCommand({}));
  const { items = [] } = await clients.gateway.send(new GetRestApisCommand({}));
  const place = { zoneId: HostedZones[0]?.Id ?? '', restApiId: items[0]?.id ?? '', pauseMs: 5_000 / scale };
  let left = hostnames;
  let again = 0;
  while (left.length > 0) {
    const failed: string[] = [];
    for (const hostname of left) {
      const done = await onboard(clients, place, hostname).then(
        () => true,
        () => false,
      );
      if (!done) failed.push(hostname);
    }
    again += failed.length;
    left = failed;
  }
  return again;
}

async function onboard(
  { acm, gateway, route53 }: Clients,
  { zoneId, restApiId, pauseMs }: { zoneId: string; restApiId: string; pauseMs: number },
  hostname: string,
): Promise<void> {
  const token = hostname.replace(/\W/g, '');
  const { CertificateArn } = await acm.send(
    new RequestCertificateCommand({ DomainName: hostname, ValidationMethod: 'DNS', IdempotencyToken: token }),
  );
  const until = async (ready: (detail: CertificateDetail | undefined) => boolean) => {
    for (;;) {
      const { Certificate } = await acm.send(new DescribeCertificateCommand({ CertificateArn }));
      if (ready(Certificate)) return Certificate;
      await sleep(pauseMs);
    }
  };
  const put = (records: object[]) =>
    route53.send(
      new ChangeResourceRecordSetsCommand({
        HostedZoneId: zoneId,
        ChangeBatch: {
          Changes: records.map((record) => ({
            Action: 'UPSERT',
            ResourceRecordSet: record as { Name: string; Type: 'A' },
          })),
        },
      }),
    );
  const asked = await until((detail) => detail?.DomainValidationOptions?.[0]?.ResourceRecord !== undefined);
  const record = asked?.DomainValidationOptions?.[0]?.ResourceRecord;
  await put([{ Name: record?.Name, Type: 'CNAME', TTL: 300, ResourceRecords: [{ Value: record?.Value }] }]);
  await until((detail) => detail?.Status === 'ISSUED');
  const made = await gateway.send(
    new CreateDomainNameCommand({
      domainName: hostname,
      regionalCertificateArn: CertificateArn,
      endpointConfiguration: { types: ['REGIONAL'] },
      securityPolicy: 'TLS_1_2',
    }),
  );
  await gateway.send(new CreateBasePathMappingCommand({ domainName: hostname, restApiId, stage: 'prod' }));
  const alias = {
    DNSName: made.regionalDomainName,
    HostedZoneId: made.regionalHostedZoneId,
    EvaluateTargetHealth: false,
  };
  await put(['A', 'AAAA'].map((Type) => ({ Name: hostname, Type, AliasTarget: alias })));
}
