import { keyOf } from '../../scope';
import type { State } from '../../state';
import { GatewayFault } from '../fault';

/** The enabled key of that value, or the refusal. Usage plans are not played: a key is good for every API. */
export function checkApiKey(state: State, scope: string, value: string | undefined): { id: string; value: string } {
  const known = state.list('apiKeys', keyOf.apiKey(scope)).find((key) => key.value === value && key.enabled);
  if (known) return { id: known.id, value: known.value };
  throw new GatewayFault('invalidApiKey', value === undefined ? 'no API key in the request' : 'unknown API key');
}
