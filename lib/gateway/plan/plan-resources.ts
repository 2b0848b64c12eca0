import type { PlannedCall } from '@/lib/gateway/calls';
import { parentOf } from '@/lib/gateway/canonicalise/parents';
import { type Snapshot, verbs } from '@/lib/gateway/model';
import { entryOf } from '@/lib/gateway/records';
import { sameValue } from '@/lib/gateway/same-value';
import { planRoute } from './plan-route';
import { planned } from './planned';

/** Whole subtrees at their tops, and single methods of what stays. */
export function planRemovedRoutes(from: Snapshot, to: Snapshot): PlannedCall[] {
  return Object.entries(from.resources).flatMap(([path, { methods }]) => {
    const after = entryOf(to.resources, path);
    if (after === null) {
      const isTop = Object.hasOwn(to.resources, parentOf(path) ?? '/');
      return isTop ? [planned({ kind: 'resource', path }, { operation: 'DeleteResource', path })] : [];
    }
    return verbs
      .filter((verb) => methods[verb] && !after.methods[verb])
      .map((verb) => planned({ kind: 'method', path, verb }, { operation: 'DeleteMethod', path, verb }));
  });
}

/** Parents before children, each resource followed by its methods. */
export function planRoutes(from: Snapshot, to: Snapshot): PlannedCall[] {
  return Object.entries(to.resources).flatMap(([path, { methods }]) => {
    const before = entryOf(from.resources, path);
    const create = before === null ? [planned({ kind: 'resource', path }, { operation: 'CreateResource', path })] : [];
    const routes = verbs.flatMap((verb) => {
      const method = methods[verb];
      const old = before?.methods[verb] ?? null;
      return method && !sameValue(method, old) ? planRoute({ path, verb }, old, method) : [];
    });
    return [...create, ...routes];
  });
}
