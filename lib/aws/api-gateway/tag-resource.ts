import 'server-only';
import { TagResourceCommand } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';

/**
 * Adds tags to something of API Gateway, or changes them; others stay.
 *
 * @throws AwsError `not-found` when there is no such thing
 */
export async function tagResource(aws: Aws, arn: string, tags: Record<string, string>): Promise<void> {
  await aws.apiGateway.send(new TagResourceCommand({ resourceArn: arn, tags }));
}
