/** What matching needs of an API's resource. */
export interface RoutableResource {
  path: string;
  resourceMethods?: Record<string, unknown> | undefined;
}

/** The resources as a tree, one level per path segment. */
export interface RouteTree<R> {
  resource?: R;
  fixed: Map<string, RouteTree<R>>;
  variable?: { name: string; tree: RouteTree<R> };
  greedy?: { name: string; resource: R };
}

export interface MatchedResource<R> {
  resource: R;
  /** The key in `resourceMethods`: the request's verb, or `ANY`. */
  methodKey: string;
  /** As they stood in the path, not percent-decoded. */
  pathParameters: Record<string, string>;
}

export function buildRouteTree<R extends RoutableResource>(resources: readonly R[]): RouteTree<R> {
  const root: RouteTree<R> = { fixed: new Map() };
  for (const resource of resources) {
    let tree: RouteTree<R> | undefined = root;
    for (const segment of resource.path.split('/').filter((each) => each !== '')) {
      const [, name, plus] = /^\{(.+?)(\+)?\}$/.exec(segment) ?? [];
      if (name !== undefined && plus) {
        tree.greedy = { name, resource };
        tree = undefined;
        break;
      }
      tree = name === undefined ? fixedChild(tree, segment) : variableChild(tree, name);
    }
    if (tree) tree.resource = resource;
  }
  return root;
}

/**
 * Finds the resource for a path and verb: at each level a fixed segment before `{variable}` before `{greedy+}`, going
 * back when it leads nowhere. The verb is part of the match: a resource that has neither the verb nor `ANY` is passed
 * over for a less specific one. One trailing slash and slashes doubled at the start don't count. (Facts 08 section 8.2.)
 */
export function matchResource<R extends RoutableResource>(
  tree: RouteTree<R>,
  verb: string,
  path: string,
): MatchedResource<R> | undefined {
  const relative = path.replace(/^\/+/, '');
  const segments = relative === '' ? [] : relative.replace(/\/$/, '').split('/');
  const trailing = relative.endsWith('/') ? '/' : '';
  return descend(tree, { verb, segments, trailing }, 0, {});
}

interface Wanted {
  verb: string;
  segments: readonly string[];
  trailing: string;
}

function descend<R extends RoutableResource>(
  tree: RouteTree<R>,
  wanted: Wanted,
  depth: number,
  pathParameters: Record<string, string>,
): MatchedResource<R> | undefined {
  const segment = wanted.segments[depth];
  if (segment === undefined) return accept(tree.resource, wanted.verb, pathParameters);
  const { variable, greedy } = tree;
  const fixed = tree.fixed.get(segment);
  const found = fixed && descend(fixed, wanted, depth + 1, pathParameters);
  if (found) return found;
  if (variable && segment !== '') {
    const value = { ...pathParameters, [variable.name]: segment };
    const below = descend(variable.tree, wanted, depth + 1, value);
    if (below) return below;
  }
  const rest = wanted.segments.slice(depth).join('/') + wanted.trailing;
  return greedy && accept(greedy.resource, wanted.verb, { ...pathParameters, [greedy.name]: rest });
}

function accept<R extends RoutableResource>(
  resource: R | undefined,
  verb: string,
  pathParameters: Record<string, string>,
): MatchedResource<R> | undefined {
  const methods = resource?.resourceMethods ?? {};
  const methodKey = [verb, 'ANY'].find((key) => Object.hasOwn(methods, key));
  return resource && methodKey !== undefined ? { resource, methodKey, pathParameters } : undefined;
}

function fixedChild<R>(tree: RouteTree<R>, segment: string): RouteTree<R> {
  const child = tree.fixed.get(segment) ?? { fixed: new Map() };
  tree.fixed.set(segment, child);
  return child;
}

function variableChild<R>(tree: RouteTree<R>, name: string): RouteTree<R> {
  tree.variable ??= { name, tree: { fixed: new Map() } };
  return tree.variable.tree;
}
