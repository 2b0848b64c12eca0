import 'server-only';
import { DeleteRequestValidatorCommand } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import { unlessAbsent } from '../unless-absent';

/**
 * Deletes a request validator. Methods must not use it any more.
 *
 * @returns false when there was none
 * @throws AwsError `in-use` while something refers to it
 */
export function deleteRequestValidator(
  aws: Aws,
  at: { restApiId: string; requestValidatorId: string },
): Promise<boolean> {
  return unlessAbsent(false, async () => {
    await aws.apiGateway.send(new DeleteRequestValidatorCommand(at));
    return true;
  });
}
