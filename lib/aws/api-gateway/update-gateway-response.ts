import 'server-only';
import { type GatewayResponseType, UpdateGatewayResponseCommand } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import type { WirePatch } from './wire-patch';

/**
 * Changes what API Gateway itself answers in a case. All patches hold, or none.
 *
 * @throws AwsError `invalid` for a value that AWS refuses
 */
export async function updateGatewayResponse(
  aws: Aws,
  at: { restApiId: string; type: string },
  patchOperations: WirePatch[],
): Promise<void> {
  const { restApiId, type } = at;
  const responseType = type as GatewayResponseType;
  await aws.apiGateway.send(new UpdateGatewayResponseCommand({ restApiId, responseType, patchOperations }));
}
