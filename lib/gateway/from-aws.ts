import { canonicalise } from './canonicalise';
import { type Names, resourceFromAws } from './from-aws/method';
import type { RawGateway } from './from-aws/raw-gateway';
import {
  apiFromAws,
  authorizerFromAws,
  gatewayResponseFromAws,
  modelFromAws,
  policyWithoutApiId,
  validatorFromAws,
} from './from-aws/shared';
import { stageFromAws } from './from-aws/stage';
import { byName } from './from-aws/values';
import type { GatewayIds, Snapshot } from './model';

export type { RawGateway } from './from-aws/raw-gateway';

/**
 * The canonical snapshot of what AWS answers about a REST API, and the ids behind its names. What AWS adds by itself is not in it.
 * `resources` are those of GetResources with `embed=methods`.
 */
export function fromAws(raw: RawGateway): { snapshot: Snapshot; ids: GatewayIds } {
  const restApiId = raw.restApi?.id ?? '';
  const authorizers = byName(raw.authorizers);
  const validators = byName(raw.validators);
  const names: Names = {
    authorizers: new Map(authorizers.map(({ id, name }) => [id, name])),
    validators: new Map(validators.map(({ id, name }) => [id, name])),
  };
  const resources = (raw.resources ?? []).flatMap((item) => (item.path ? [{ ...item, path: item.path }] : []));
  const customised = (raw.gatewayResponses ?? []).filter(({ defaultResponse }) => !defaultResponse);
  const snapshot = canonicalise({
    api: apiFromAws(raw.restApi ?? {}),
    resources: Object.fromEntries(resources.map((item) => [item.path, resourceFromAws(item, names)])),
    authorizers: Object.fromEntries(authorizers.map(({ name, item }) => [name, authorizerFromAws(item)])),
    models: Object.fromEntries((raw.models ?? []).map((item) => [item.name ?? '', modelFromAws(item)])),
    validators: Object.fromEntries(validators.map(({ name, item }) => [name, validatorFromAws(item)])),
    gatewayResponses: Object.fromEntries(
      customised.map((item) => [item.responseType ?? '', gatewayResponseFromAws(item)]),
    ),
    stages: Object.fromEntries((raw.stages ?? []).map((item) => [item.stageName ?? '', stageFromAws(item)])),
  });
  const { api } = snapshot;
  return {
    snapshot: { ...snapshot, api: { ...api, policy: policyWithoutApiId(api.policy, restApiId) } },
    ids: {
      restApiId,
      resources: Object.fromEntries(resources.map(({ id, path }) => [path, id ?? ''])),
      authorizers: Object.fromEntries(authorizers.map(({ id, name }) => [name, id])),
      validators: Object.fromEntries(validators.map(({ id, name }) => [name, id])),
    },
  };
}
