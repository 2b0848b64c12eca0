import type { GetApiKeyCommandInput, GetApiKeyCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import type { Collections } from '../../model';
import { keyOf } from '../../scope';
import { notFound } from './refusals';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetApiKey.html; its value only when asked for. */
export function getApiKey(context: Context, input: GetApiKeyCommandInput): Answer<GetApiKeyCommandOutput> {
  const found = context.state.get('apiKeys', keyOf.apiKey(context.scope, input.apiKey ?? ''));
  if (!found) throw notFound('Invalid API Key identifier specified');
  return apiKeyView(found, input.includeValue);
}

export function apiKeyView({ value, ...key }: Collections['apiKeys'], withValue = false) {
  return withValue ? { ...key, value } : key;
}
