import { keyOf } from '../../scope';
import type { State } from '../../state';
import { derived } from '../derived';
import { GatewayFault } from '../fault';
import type { GatewayCall } from '../gateway-call';
import { takeFromPlan } from './usage-plan';

/** By scope and value. */
const keys = derived(
  (state) => {
    const byValue = new Map<string, { id: string; value: string }>();
    for (const { key, value: apiKey } of state.entries('apiKeys')) {
      const scope = key.split('/', 2).join('/');
      if (apiKey.enabled) byValue.set(`${scope}/${apiKey.value}`, { id: apiKey.id, value: apiKey.value });
    }
    return byValue;
  },
  ['apiKeys'],
);

/**
 * The enabled key of that value, in a usage plan that has the stage, with what the plan allows not used up; or the refusal
 * (facts 05, section 5.5, and 08).
 */
export async function checkApiKey(
  state: State,
  call: GatewayCall,
  value: string | undefined,
): Promise<{ id: string; value: string }> {
  const known = keys(state).get(`${call.scope}/${value ?? ''}`);
  if (!known)
    throw new GatewayFault('invalidApiKey', value === undefined ? 'no API key in the request' : 'unknown key');
  const plan = state
    .list('usagePlans', keyOf.usagePlan(call.scope))
    .find(
      ({ id, apiStages = [] }) =>
        apiStages.some(({ apiId, stage }) => apiId === call.restApi.id && stage === call.stage.stageName) &&
        state.get('usagePlanKeys', keyOf.usagePlanKey(call.scope, id, known.id)),
    );
  if (!plan) throw new GatewayFault('invalidApiKey', 'the key is in no usage plan of the stage');
  await takeFromPlan(state, call, plan, known.id);
  return known;
}
