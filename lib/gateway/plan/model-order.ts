import type { Model } from '@/lib/gateway/model';
import { referencedModels } from '@/lib/gateway/model-references';
import { entryOf } from '@/lib/gateway/records';

/** Names of models, each after those that it refers to. A circle is cut somewhere. */
export function byReference(models: Readonly<Record<string, Model>>): string[] {
  const ordered = new Set<string>();
  const visited = new Set<string>();
  const visit = (name: string) => {
    const model = entryOf(models, name);
    if (model === null || visited.has(name)) return;
    visited.add(name);
    for (const other of referencedModels(model.schema)) visit(other);
    ordered.add(name);
  };
  for (const name of Object.keys(models)) visit(name);
  return [...ordered];
}
