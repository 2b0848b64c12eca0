import 'server-only';
import { type GatewayResponseType, PutGatewayResponseCommand } from '@aws-sdk/client-api-gateway';
import type { GatewayResponse } from '@/lib/gateway/model';
import type { Aws } from '../clients';
import { omitEmpty } from './omit-empty';

/**
 * Sets what API Gateway itself answers in a case, in place of what was set before.
 *
 * @param at.type AWS's name of the case: `DEFAULT_4XX`, `UNAUTHORIZED` …
 * @throws AwsError `invalid` for a type or mapping that AWS doesn't know
 */
export async function putGatewayResponse(
  aws: Aws,
  at: { restApiId: string; type: string },
  response: GatewayResponse,
): Promise<void> {
  const command = new PutGatewayResponseCommand({
    restApiId: at.restApiId,
    responseType: at.type as GatewayResponseType,
    statusCode: response.status ?? undefined,
    responseParameters: omitEmpty(response.parameters),
    responseTemplates: omitEmpty(response.templates),
  });
  await aws.apiGateway.send(command);
}
