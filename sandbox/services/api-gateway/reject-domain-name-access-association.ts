import type {
  RejectDomainNameAccessAssociationCommandInput,
  RejectDomainNameAccessAssociationCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf, scopeOf } from '../../scope';
import { findDomainNameAccessAssociation } from './find';
import { notFound } from './refusals';

/**
 * https://docs.aws.amazon.com/apigateway/latest/api/API_RejectDomainNameAccessAssociation.html: the owner of the domain name
 * ends what another account made.
 */
export function rejectDomainNameAccessAssociation(
  context: Context,
  input: RejectDomainNameAccessAssociationCommandInput,
): Promise<Answer<RejectDomainNameAccessAssociationCommandOutput>> {
  return context.state.write((tx) => {
    const arn = input.domainNameAccessAssociationArn ?? '';
    const theirs = scopeOf(context.region, /^arn:aws[\w-]*:apigateway:[\w-]+:(\d{12}):/.exec(arn)?.[1]);
    const { domainNameArn } = findDomainNameAccessAssociation(context, theirs, arn);
    const isMine = domainNameArn.startsWith(`arn:aws:apigateway:${context.region}:${context.account}:`);
    if (!isMine || domainNameArn !== input.domainNameArn) throw notFound('Invalid domain name identifier specified');
    tx.remove('domainNameAccessAssociations', keyOf.domainNameAccessAssociation(theirs, arn));
    return {};
  });
}
