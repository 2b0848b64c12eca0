import { parentOf } from './canonicalise/parents';
import type { Snapshot } from './model';

/** Made by AWS with every API; nothing comes of them unless a method refers to them, and exports leave them out. */
const ownModels = ['Empty', 'Error'];

/**
 * What a deployment copies of a gateway, comparable between a working copy, a kept snapshot and an export: without stages, without
 * resources that lead to no method, without the models that come with every API.
 */
export function deployable(snapshot: Snapshot): Snapshot {
  const served = new Set<string>(['/']);
  for (const [path, { methods }] of Object.entries(snapshot.resources)) {
    if (Object.keys(methods).length === 0) continue;
    for (let at: string | null = path; at !== null && !served.has(at); at = parentOf(at)) served.add(at);
  }
  const resources = Object.entries(snapshot.resources).filter(([path]) => served.has(path));
  const models = Object.entries(snapshot.models).filter(([name]) => !ownModels.includes(name));
  return { ...snapshot, resources: Object.fromEntries(resources), models: Object.fromEntries(models), stages: {} };
}
