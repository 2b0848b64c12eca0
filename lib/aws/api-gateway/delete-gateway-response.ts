import 'server-only';
import { DeleteGatewayResponseCommand, type GatewayResponseType } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import { unlessAbsent } from '../unless-absent';

/**
 * Gives a case of API Gateway's own answers back to AWS's default.
 *
 * @returns false when it was the default
 */
export function deleteGatewayResponse(aws: Aws, at: { restApiId: string; type: string }): Promise<boolean> {
  return unlessAbsent(false, async () => {
    const responseType = at.type as GatewayResponseType;
    await aws.apiGateway.send(new DeleteGatewayResponseCommand({ restApiId: at.restApiId, responseType }));
    return true;
  });
}
