import type { Context } from '../../context';
import type { Dials } from '../../dials';
import { limitExceeded } from './refusals';

/** The dials that are quotas of API Gateway, and what AWS calls the things that they count. */
const things = {
  maxRegionalApis: 'APIs',
  maxEdgeApis: 'APIs',
  maxPrivateApis: 'APIs',
  maxDomainNames: 'domain names',
  maxDomainNameAccessAssociations: 'domain name access associations',
  maxVpcLinks: 'VPC links',
  maxClientCertificates: 'Client Certificates',
  maxApiKeys: 'API Keys',
  maxUsagePlans: 'Usage Plans',
  maxUsagePlansPerKey: 'Usage Plans for this API Key',
  maxResources: 'Resources for this API',
  maxStages: 'Stages for this API',
  maxAuthorizers: 'Authorizers for this API',
  maxDocumentationParts: 'Documentation Parts for this API',
} satisfies Partial<Record<keyof Dials, string>>;

/**
 * Refuses one thing more where there are as many as the quota allows. AWS's words are known for resources, authorizers and
 * APIs (https://github.com/boto/boto3/issues/1296), two spaces and all; the others follow them.
 */
export function refuseOverQuota({ dials }: Context, quota: keyof typeof things, present: number): void {
  if (present < dials[quota]) return;
  const [plain = ''] = things[quota].split(' for ');
  throw limitExceeded(
    `Maximum number of ${things[quota]} has been reached.  Please contact AWS if you need additional ${plain}.`,
  );
}
