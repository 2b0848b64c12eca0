import type { UsagePlanKey } from '@aws-sdk/client-api-gateway';
import type { Context } from '../../context';
import { keyOf } from '../../scope';

/** A key as it stands in a plan; `undefined` when the key itself is gone. */
export function usagePlanKeyView(context: Context, id: string): UsagePlanKey | undefined {
  const key = context.state.get('apiKeys', keyOf.apiKey(context.scope, id));
  return key && { id, type: 'API_KEY', value: key.value, ...(key.name === undefined ? {} : { name: key.name }) };
}
