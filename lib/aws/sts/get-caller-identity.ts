import 'server-only';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import type { Aws } from '../clients';
import { describeSource } from '../credential-source';
import { required } from '../reshape';

export interface CallerIdentity {
  /** Twelve digits. */
  account: string;
  /** Of the user, or of the session of an assumed role. */
  arn: string;
  userId: string;
  /** Where the credentials come from, in words. */
  source: string;
}

/**
 * In whose name the calls are made. AWS answers it to everybody whose credentials are good, without any permission.
 *
 * @throws AwsError `denied` when there are no credentials, or none that AWS accepts; `unreachable`
 */
export async function getCallerIdentity(aws: Aws): Promise<CallerIdentity> {
  const answer = await aws.sts.send(new GetCallerIdentityCommand({}));
  return {
    account: required(answer.Account, 'Account'),
    arn: required(answer.Arn, 'Arn'),
    userId: required(answer.UserId, 'UserId'),
    source: aws.assumes ? 'the role, assumed' : describeSource(await aws.sts.config.credentials()),
  };
}
