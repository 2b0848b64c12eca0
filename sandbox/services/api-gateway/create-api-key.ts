import type { CreateApiKeyCommandInput, CreateApiKeyCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { defined } from './defined';
import { randomId } from './random-id';
import { badRequest, conflict } from './refusals';
import { refuseOverQuota } from './refuse-over-quota';

const maxName = 1024;
const minValue = 20;
const maxValue = 128;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateApiKey.html. */
export function createApiKey(
  context: Context,
  input: CreateApiKeyCommandInput,
): Promise<Answer<CreateApiKeyCommandOutput>> {
  const { name, description, customerId, tags, enabled = false, value = randomId(40) } = input;
  refuseBadApiKey(name, value);
  return context.state.write((tx) => {
    const others = context.state.list('apiKeys', keyOf.apiKey(context.scope));
    if (others.some((other) => other.value === value)) throw conflict('API Key already exists');
    refuseOverQuota(context, 'maxApiKeys', others.length);
    const createdDate = new Date(context.now);
    const dates = { createdDate, lastUpdatedDate: createdDate };
    const key = defined({
      id: randomId(10),
      value,
      name,
      description,
      customerId,
      enabled,
      ...dates,
      stageKeys: [],
      tags,
    });
    tx.put('apiKeys', keyOf.apiKey(context.scope, key.id), key);
    return key;
  });
}

/** Refuses names and values outside AWS's limits (facts 4.10). */
export function refuseBadApiKey(name: string | undefined, value: string): void {
  if (value.length < minValue) throw badRequest(`API Key value should be at least ${minValue} characters`);
  if (value.length > maxValue) throw badRequest(`API Key value exceeds maximum size of ${maxValue} characters`);
  if ((name ?? '').length > maxName) throw badRequest(`Invalid API Key name, can be at most ${maxName} characters.`);
}
