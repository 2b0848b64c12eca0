import type { GetApiKeysCommandInput, GetApiKeysCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { apiKeyView } from './get-api-key';
import { page } from './page';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetApiKeys.html: the newest first. */
export function getApiKeys(context: Context, input: GetApiKeysCommandInput): Answer<GetApiKeysCommandOutput> {
  const { nameQuery = '', customerId, includeValues } = input;
  const keys = context.state
    .list('apiKeys', keyOf.apiKey(context.scope))
    .filter(({ name = '' }) => name.startsWith(nameQuery))
    .filter((key) => customerId === undefined || key.customerId === customerId)
    .toSorted((one, other) => Number(other.createdDate) - Number(one.createdDate));
  return page(
    keys.map((key) => apiKeyView(key, includeValues)),
    input,
  );
}
