import type { GetDomainNamesCommandInput, GetDomainNamesCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { page } from './page';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetDomainNames.html */
export function getDomainNames(
  context: Context,
  input: GetDomainNamesCommandInput,
): Answer<GetDomainNamesCommandOutput> {
  return page(context.state.list('domainNames', keyOf.domainName(context.scope)), input);
}
