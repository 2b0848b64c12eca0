import type { CreateDomainNameCommandInput, CreateDomainNameCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { Failure } from '../../protocol/failure';
import { keyOf } from '../../scope';
import { randomId } from './random-id';
import { badRequest } from './refusals';
import { refuseOverQuota } from './refuse-over-quota';
import { takeCertificate, usableCertificate } from './regional-certificate';
import { regionalZoneId } from './regional-zone-ids';
import { refuseBadSecurityPolicy } from './security-policy';
import { checkedTags } from './tags';

const namePattern = /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])$/;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDomainName.html; regional domains only. */
export function createDomainName(
  context: Context,
  input: CreateDomainNameCommandInput,
): Promise<Answer<CreateDomainNameCommandOutput>> {
  const name = input.domainName ?? '';
  const certificateArn = requireRegional(input);
  if (name.length > 253 || !namePattern.test(name)) throw badRequest(`Invalid domain name: ${name}`);
  const securityPolicy = input.securityPolicy ?? 'TLS_1_2';
  refuseBadSecurityPolicy(securityPolicy, input.endpointAccessMode);
  const tags = input.tags && checkedTags(input.tags);
  return context.state.write((tx) => {
    const key = keyOf.domainName(context.scope, name);
    if (context.state.get('domainNames', key)) throw badRequest('The domain name you provided already exists.');
    const certificate = usableCertificate(context, certificateArn, name);
    const present = context.state.count('domainNames', keyOf.domainName(context.scope));
    refuseOverQuota(context, 'maxDomainNames', present);
    const created = {
      domainName: name,
      domainNameArn: `arn:aws:apigateway:${context.region}::/domainnames/${name}`,
      regionalDomainName: `d-${randomId(10)}.execute-api.${context.region}.amazonaws.com`,
      regionalHostedZoneId: regionalZoneId(context.region),
      regionalCertificateArn: certificate.detail.CertificateArn,
      ...(input.regionalCertificateName ? { regionalCertificateName: input.regionalCertificateName } : {}),
      certificateUploadDate: new Date(context.now),
      endpointConfiguration: {
        types: ['REGIONAL' as const],
        ipAddressType: input.endpointConfiguration?.ipAddressType ?? ('ipv4' as const),
      },
      domainNameStatus: 'AVAILABLE' as const,
      securityPolicy,
      ...(input.endpointAccessMode ? { endpointAccessMode: input.endpointAccessMode } : {}),
      routingMode: input.routingMode ?? ('BASE_PATH_MAPPING_ONLY' as const),
      ...(tags ? { tags } : {}),
    };
    tx.put('domainNames', key, created);
    takeCertificate(context, tx, certificate.detail.CertificateArn, name);
    return created;
  });
}

/** The certificate's ARN, once it is clear that a regional domain is wanted. */
function requireRegional(input: CreateDomainNameCommandInput): string {
  const types = input.endpointConfiguration?.types ?? ['EDGE'];
  const [type = 'EDGE'] = types;
  if (types.length === 0) throw badRequest('REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.');
  if (types.length > 1) throw badRequest('Cannot create a domain name with multiple Endpoint Types.');
  if (type !== 'REGIONAL') {
    if (type === 'EDGE' && !input.certificateArn)
      throw badRequest('A certificate was not provided for the endpoint type EDGE.');
    throw new Failure(
      'NotImplementedException',
      `The sandbox has no custom domain names of the endpoint type ${type}.`,
      501,
    );
  }
  if (input.certificateArn) throw badRequest('Cannot import certificates for EDGE while REGIONAL is active.');
  if (!input.regionalCertificateArn) throw badRequest('A certificate was not provided for the endpoint type REGIONAL.');
  return input.regionalCertificateArn;
}
