import type { Resource, Snapshot } from '@/lib/gateway/model';

/** What AWS makes of a document that is put on an API: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-import-api-update.html */
export type ImportMode = 'merge' | 'overwrite';

/** Models that every API has from the start: no import takes them away. */
const builtIn = ['Empty', 'Error'];

/**
 * - `overwrite`: the gateway is what the document says.
 * - `merge`: what the document names is as it says, method by method; all else stays.
 *
 * Stages stay either way.
 */
export function mergeInto(base: Snapshot, read: Snapshot, mode: ImportMode): Snapshot {
  if (mode === 'overwrite') {
    const models = Object.entries(base.models).filter(([name]) => builtIn.includes(name));
    return { ...read, models: { ...Object.fromEntries(models), ...read.models }, stages: base.stages };
  }
  return {
    api: read.api,
    resources: mergeResources(base.resources, read.resources),
    authorizers: { ...base.authorizers, ...read.authorizers },
    models: { ...base.models, ...read.models },
    validators: { ...base.validators, ...read.validators },
    gatewayResponses: { ...base.gatewayResponses, ...read.gatewayResponses },
    stages: base.stages,
  };
}

function mergeResources(base: Record<string, Resource>, read: Record<string, Resource>): Record<string, Resource> {
  const merged = Object.entries(read).map(([path, { methods }]) => [
    path,
    { methods: { ...(Object.hasOwn(base, path) ? base[path]?.methods : {}), ...methods } },
  ]);
  return { ...base, ...Object.fromEntries(merged) };
}
