import type { Resource } from '@aws-sdk/client-api-gateway';
import type { StoredResource } from '../../model';

/** Methods are shown whole only when asked for by `embed=methods`; otherwise only their verbs (facts 4.2). */
export function resourceView(stored: StoredResource, embed: string[] | undefined): Resource {
  if (!stored.resourceMethods || embed?.includes('methods')) return stored;
  const verbs = Object.keys(stored.resourceMethods);
  return { ...stored, resourceMethods: Object.fromEntries(verbs.map((verb) => [verb, {}])) };
}
