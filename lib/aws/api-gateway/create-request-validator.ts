import 'server-only';
import { CreateRequestValidatorCommand } from '@aws-sdk/client-api-gateway';
import type { RequestValidator } from '@/lib/gateway/model';
import type { Aws } from '../clients';
import { required } from '../reshape';

/**
 * Adds a request validator. AWS lets two have one name, so this must not be repeated unseen.
 *
 * @returns its id
 */
export async function createRequestValidator(
  aws: Aws,
  restApiId: string,
  name: string,
  validator: RequestValidator,
): Promise<string> {
  const command = new CreateRequestValidatorCommand({
    restApiId,
    name,
    validateRequestBody: validator.validateBody,
    validateRequestParameters: validator.validateParameters,
  });
  return required((await aws.apiGateway.send(command)).id, 'id');
}
