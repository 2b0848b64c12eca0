import type { GetCallerIdentityCommandInput, GetCallerIdentityCommandOutput } from '@aws-sdk/client-sts';
import type { Answer, Context } from '../../context';

/**
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html: the role that was assumed, or the account of the access
 * key, whose user is always the same one.
 */
export function getCallerIdentity(
  { caller }: Context,
  _input: GetCallerIdentityCommandInput,
): Answer<GetCallerIdentityCommandOutput> {
  return { UserId: caller.userId, Account: caller.account, Arn: caller.arn };
}
