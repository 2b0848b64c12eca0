import { defaultModels } from './services/api-gateway/default-models';
import type { State } from './state';

const version = 1;

/** Gives state of an older sandbox what is new since: models of APIs, and the parts of deployments that weren't kept. */
export async function upgradeState(state: State): Promise<void> {
  if (state.get('meta', 'version') === version) return;
  await state.write((tx) => {
    for (const { key } of state.entries('restApis')) {
      if (!state.keys('models', `${key}/`).next().done) continue;
      for (const model of defaultModels()) tx.put('models', `${key}/${model.name}`, model);
    }
    const kept = { authorizers: [], models: defaultModels(), requestValidators: [], gatewayResponses: [] };
    for (const { key, value } of state.entries('deployments')) {
      tx.put('deployments', key, { ...value, snapshot: { ...kept, ...value.snapshot } });
    }
    tx.put('meta', 'version', version);
  });
}
