import type { RestApi } from './model';

const gatewayTag = 'gatehouse:gateway';

/** The shared gateway among all REST APIs: the configured one, else the tagged one, else the only one. Pure. */
export function findGateway(apis: readonly RestApi[], configuredId: string | null): RestApi | null {
  if (configuredId !== null) return apis.find((api) => api.id === configuredId) ?? null;
  const tagged = apis.filter((api) => api.tags[gatewayTag] !== undefined);
  const candidates = tagged.length > 0 ? tagged : apis;
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}
