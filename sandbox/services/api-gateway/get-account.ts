import type { GetAccountCommandInput, GetAccountCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { gatewayAccount } from './gateway-account';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetAccount.html */
export function getAccount(context: Context, _input: GetAccountCommandInput): Answer<GetAccountCommandOutput> {
  return gatewayAccount(context);
}
