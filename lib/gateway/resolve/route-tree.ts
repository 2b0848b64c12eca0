import type { Method, Snapshot, Verb } from '../model';

/** A resource with its methods, made ready for matching. */
interface TreeResource {
  path: string;
  methods: Partial<Record<string, Method>>;
  /** Names of the path variables from the root down, the greedy one last. */
  variables: string[];
}

/** The resources as a tree, one level per path segment. */
export interface RouteTree {
  resource: TreeResource | null;
  fixed: Map<string, RouteTree>;
  variable: { name: string; tree: RouteTree } | null;
  greedy: { name: string; resource: TreeResource } | null;
}

export interface TreeMatch {
  resource: TreeResource;
  verb: Verb;
  method: Method;
  /** In the order of `resource.variables`; not decoded. */
  values: string[];
}

const trees = new WeakMap<Snapshot['resources'], RouteTree>();

/** The snapshot's tree; built once, since snapshots don't change. */
export function routeTreeOf({ resources }: Snapshot): RouteTree {
  const known = trees.get(resources);
  if (known) return known;
  const root = emptyTree();
  for (const [path, { methods }] of Object.entries(resources)) addResource(root, path, methods);
  trees.set(resources, root);
  return root;
}

function emptyTree(): RouteTree {
  return { resource: null, fixed: new Map(), variable: null, greedy: null };
}

function addResource(root: RouteTree, path: string, methods: TreeResource['methods']): void {
  const variables: string[] = [];
  let tree = root;
  for (const segment of path.split('/')) {
    if (segment === '') continue;
    const [, name, plus] = /^\{(.+?)(\+)?\}$/.exec(segment) ?? [];
    if (name === undefined) {
      const next = tree.fixed.get(segment) ?? emptyTree();
      tree.fixed.set(segment, next);
      tree = next;
      continue;
    }
    variables.push(name);
    if (plus) {
      tree.greedy = { name, resource: { path, methods, variables } };
      return;
    }
    tree.variable ??= { name, tree: emptyTree() };
    tree = tree.variable.tree;
  }
  tree.resource = { path, methods, variables };
}

/** The segments of a request path. Slashes doubled at the start and one trailing slash don't count (facts 08, 8.2). */
export function segmentsOf(path: string): { segments: string[]; trailing: string } {
  let start = 0;
  while (path.charCodeAt(start) === 47) start += 1;
  if (start === path.length) return { segments: [], trailing: '' };
  const isTrailing = path.charCodeAt(path.length - 1) === 47;
  const segments = path.slice(start, isTrailing ? -1 : undefined).split('/');
  return { segments, trailing: isTrailing ? '/' : '' };
}

/**
 * Finds the resource for a path and verb: at each level a fixed segment before `{variable}` before `{greedy+}`, going
 * back when it leads nowhere. The verb is part of the match: a resource that has neither the verb nor `ANY` is passed
 * over for a less specific one. (Facts 08, 8.2; recorded.)
 */
export function matchTree(tree: RouteTree, verb: string, path: string): TreeMatch | null {
  const { segments, trailing } = segmentsOf(path);
  return descend(tree, verb, segments, trailing, 0, []);
}

function descend(
  tree: RouteTree,
  verb: string,
  segments: readonly string[],
  trailing: string,
  depth: number,
  values: string[],
): TreeMatch | null {
  const segment = segments[depth];
  if (segment === undefined) return accept(tree.resource, verb, values);
  const fixed = tree.fixed.get(segment);
  const found = fixed && descend(fixed, verb, segments, trailing, depth + 1, values);
  if (found) return found;
  const { variable, greedy } = tree;
  if (variable && segment !== '') {
    values.push(segment);
    const below = descend(variable.tree, verb, segments, trailing, depth + 1, values);
    if (below) return below;
    values.pop();
  }
  if (!greedy) return null;
  values.push(segments.slice(depth).join('/') + trailing);
  const taken = accept(greedy.resource, verb, values);
  if (!taken) values.pop();
  return taken;
}

function accept(resource: TreeResource | null, verb: string, values: string[]): TreeMatch | null {
  if (!resource) return null;
  for (const key of [verb, 'ANY']) {
    const method = Object.hasOwn(resource.methods, key) ? resource.methods[key] : undefined;
    if (method) return { resource, verb: key as Verb, method, values };
  }
  return null;
}
