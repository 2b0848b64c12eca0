import 'server-only';
import { DeleteModelCommand } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import { unlessAbsent } from '../unless-absent';

/**
 * Deletes a model. Methods and other models must not refer to it any more.
 *
 * @returns false when there was none
 * @throws AwsError `in-use` while something refers to it
 */
export function deleteModel(aws: Aws, at: { restApiId: string; modelName: string }): Promise<boolean> {
  return unlessAbsent(false, async () => {
    await aws.apiGateway.send(new DeleteModelCommand(at));
    return true;
  });
}
