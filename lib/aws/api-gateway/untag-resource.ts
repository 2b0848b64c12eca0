import 'server-only';
import { UntagResourceCommand } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import { unlessAbsent } from '../unless-absent';

/**
 * Takes tags off something of API Gateway; keys that it doesn't have are no error.
 *
 * @returns false when there is no such thing
 */
export function untagResource(aws: Aws, arn: string, keys: string[]): Promise<boolean> {
  return unlessAbsent(false, async () => {
    await aws.apiGateway.send(new UntagResourceCommand({ resourceArn: arn, tagKeys: keys }));
    return true;
  });
}
