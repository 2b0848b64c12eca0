import type { StoredResource } from '../model';
import type { State } from '../state';

/**
 * Makes every integration that leads to one address lead to another, also in what is deployed: a demo back end had to
 * move to another port, and the first content should go on working. `from` and `to` are URLs without path.
 */
export async function repointIntegrations(state: State, from: string, to: string): Promise<void> {
  await state.write((tx) => {
    for (const { key, value } of [...state.entries('resources')]) {
      if (repoint(value, from, to)) tx.put('resources', key, value);
    }
    for (const { key, value } of [...state.entries('deployments')]) {
      const changed = value.snapshot.resources.map((resource) => repoint(resource, from, to));
      if (changed.includes(true)) tx.put('deployments', key, value);
    }
  });
}

/** Changes the resource in place; says whether there was anything to change. */
function repoint(resource: StoredResource, from: string, to: string): boolean {
  let changed = false;
  for (const { methodIntegration } of Object.values(resource.resourceMethods ?? {})) {
    const uri = methodIntegration?.uri;
    if (!methodIntegration || (uri !== from && !uri?.startsWith(`${from}/`))) continue;
    methodIntegration.uri = `${to}${uri.slice(from.length)}`;
    changed = true;
  }
  return changed;
}
