import type { GetAccountCommandInput, GetAccountCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetAccount.html */
export function getAccount(_context: Context, _input: GetAccountCommandInput): Answer<GetAccountCommandOutput> {
  return { throttleSettings: { burstLimit: 5000, rateLimit: 10_000 }, features: ['UsagePlans'], apiKeyVersion: '4' };
}
