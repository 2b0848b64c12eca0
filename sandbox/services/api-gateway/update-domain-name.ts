import type {
  EndpointAccessMode,
  RoutingMode,
  SecurityPolicy,
  UpdateDomainNameCommandInput,
  UpdateDomainNameCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import type { Collections } from '../../model';
import { keyOf } from '../../scope';
import { findDomainName } from './find';
import { applyPatch, type PatchRules } from './patch';
import { textRule } from './patch-rules';
import { badRequest } from './refusals';
import { releaseCertificate, takeCertificate, usableCertificate } from './regional-certificate';
import { routingModes } from './routing-modes';
import { refuseBadSecurityPolicy } from './security-policy';

type DomainName = Collections['domainNames'];

const rules: PatchRules<DomainName> = {
  '/regionalCertificateArn': textRule('regionalCertificateArn', ['add', 'replace']),
  '/regionalCertificateName': textRule('regionalCertificateName', ['add', 'replace', 'remove']),
  '/securityPolicy': {
    ops: ['replace'],
    apply: (domain, value) => ({ ...domain, securityPolicy: value as SecurityPolicy }),
  },
  '/endpointAccessMode': {
    ops: ['replace'],
    apply: ({ endpointAccessMode: _old, ...domain }, value) =>
      value === '' ? domain : { ...domain, endpointAccessMode: value as EndpointAccessMode },
  },
  '/endpointConfiguration/ipAddressType': {
    ops: ['replace'],
    apply: (domain, value) => {
      if (value !== 'ipv4' && value !== 'dualstack')
        throw badRequest('ipAddressType must be either ipv4 or dualstack.');
      return { ...domain, endpointConfiguration: { ...domain.endpointConfiguration, ipAddressType: value } };
    },
  },
  '/routingMode': {
    ops: ['replace'],
    apply: (domain, value) => {
      if (!routingModes.includes(value))
        throw badRequest(`Invalid routing mode specified. Valid options are ${routingModes.join(',')}`);
      return { ...domain, routingMode: value as RoutingMode };
    },
  },
};

/** https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateDomainName.html */
export function updateDomainName(
  context: Context,
  input: UpdateDomainNameCommandInput,
): Promise<Answer<UpdateDomainNameCommandOutput>> {
  return context.state.write((tx) => {
    const before = findDomainName(context, input.domainName);
    const after = applyPatch(before, input.patchOperations, rules, 'updateDomainNameInput');
    refuseBadSecurityPolicy(after.securityPolicy ?? 'TLS_1_2', after.endpointAccessMode);
    const arn = after.regionalCertificateArn ?? '';
    const rotated = arn !== before.regionalCertificateArn;
    if (rotated) usableCertificate(context, arn, before.domainName);
    const updated = rotated ? { ...after, certificateUploadDate: new Date(context.now) } : after;
    tx.put('domainNames', keyOf.domainName(context.scope, before.domainName), updated);
    if (rotated) {
      releaseCertificate(context, tx, before.regionalCertificateArn, before.domainName);
      takeCertificate(context, tx, arn, before.domainName);
    }
    return updated;
  });
}
