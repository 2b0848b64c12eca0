import type { RouteOwner } from './model';
import { parentOf } from './parent-of';

/** Who looks after a path: its own owner, or that of the nearest path above. Pure. */
export function ownerOf(owners: ReadonlyMap<string, string>, path: string): RouteOwner | null {
  for (let from: string | null = path; from !== null; from = parentOf(from)) {
    const name = owners.get(from);
    if (name !== undefined) return { name, from };
  }
  return null;
}
