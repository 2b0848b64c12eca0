import type {
  CreateDomainNameAccessAssociationCommandInput,
  CreateDomainNameAccessAssociationCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import type { Collections } from '../../model';
import { keyOf, scopeOf } from '../../scope';
import { defined } from './defined';
import { badRequest, conflict, notFound } from './refusals';
import { refuseOverQuota } from './refuse-over-quota';
import { checkedTags } from './tags';

/**
 * https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDomainNameAccessAssociation.html: a VPC endpoint is let in to
 * a private domain name; to that of another account where its management policy shares it.
 */
export function createDomainNameAccessAssociation(
  context: Context,
  input: CreateDomainNameAccessAssociationCommandInput,
): Promise<Answer<CreateDomainNameAccessAssociationCommandOutput>> {
  const { domainNameArn = '', accessAssociationSource = '', accessAssociationSourceType } = input;
  const tags = input.tags && checkedTags(input.tags);
  if (!/^vpce-[0-9a-z]+$/.test(accessAssociationSource)) throw badRequest('Invalid VPC endpoint identifier specified');
  return context.state.write((tx) => {
    const domain = findPrivateDomain(context, domainNameArn);
    const arn =
      `arn:aws:apigateway:${context.region}:${context.account}:/domainnameaccessassociations/domainname/` +
      `${domain.domainName}${domain.domainNameId ? `+${domain.domainNameId}` : ''}/vpcesource/${accessAssociationSource}`;
    const key = keyOf.domainNameAccessAssociation(context.scope, arn);
    if (context.state.get('domainNameAccessAssociations', key))
      throw conflict('Domain name access association already exists');
    const present = [
      ...context.state.keys('domainNameAccessAssociations', keyOf.domainNameAccessAssociation(context.scope)),
    ];
    refuseOverQuota(context, 'maxDomainNameAccessAssociations', present.length);
    const association = defined({
      domainNameAccessAssociationArn: arn,
      domainNameArn,
      accessAssociationSourceType,
      accessAssociationSource,
      tags,
    });
    tx.put('domainNameAccessAssociations', key, association);
    return association;
  });
}

function findPrivateDomain({ state, account, region }: Context, arn: string): Collections['domainNames'] {
  const owner = /^arn:aws[\w-]*:apigateway:[\w-]+:(\d{12}):/.exec(arn)?.[1] ?? account;
  const domains = state.list('domainNames', keyOf.domainName(scopeOf(region, owner)));
  const domain = domains.find(({ domainNameArn }) => domainNameArn === arn);
  if (!domain || (owner !== account && !domain.managementPolicy))
    throw notFound('Invalid domain name identifier specified');
  if (!domain.endpointConfiguration?.types?.includes('PRIVATE'))
    throw badRequest('Domain name access associations are only supported for private custom domain names.');
  return domain;
}
