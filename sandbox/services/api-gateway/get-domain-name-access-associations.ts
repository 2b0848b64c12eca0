import type {
  GetDomainNameAccessAssociationsCommandInput,
  GetDomainNameAccessAssociationsCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { page } from './page';

/**
 * https://docs.aws.amazon.com/apigateway/latest/api/API_GetDomainNameAccessAssociations.html: those of this account, or
 * those that others have with its domain names.
 */
export function getDomainNameAccessAssociations(
  context: Context,
  input: GetDomainNameAccessAssociationsCommandInput,
): Answer<GetDomainNameAccessAssociationsCommandOutput> {
  const ofOthers = input.resourceOwner === 'OTHER_ACCOUNTS';
  const all = [...context.state.entries('domainNameAccessAssociations', ofOthers ? '' : `${context.scope}/`)];
  const mine = `arn:aws:apigateway:${context.region}:${context.account}:`;
  const wanted = all.filter(
    ({ key, value }) => !ofOthers || (!key.startsWith(`${context.scope}/`) && value.domainNameArn.startsWith(mine)),
  );
  return page(
    wanted.map(({ value }) => value),
    input,
  );
}
