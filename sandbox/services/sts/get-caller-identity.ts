import type { GetCallerIdentityCommandInput, GetCallerIdentityCommandOutput } from '@aws-sdk/client-sts';
import type { Answer, Context } from '../../context';

/**
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html: the account of the access key; its user is
 * always the same one.
 */
export function getCallerIdentity(
  { account }: Context,
  _input: GetCallerIdentityCommandInput,
): Answer<GetCallerIdentityCommandOutput> {
  return { UserId: 'AIDASANDBOXUSER000001', Account: account, Arn: `arn:aws:iam::${account}:user/sandbox` };
}
