import type { OperationShape } from './operation-shape';
import type { WireRequest } from './wire';

export interface RouteMatch {
  operation: OperationShape;
  /** Decoded once: `%28none%29` -> `(none)`. */
  labels: Record<string, string>;
}

interface Route {
  operation: OperationShape;
  method: string;
  segments: string[];
  query: [string, string][];
  literals: number;
}

const label = /^\{(\w+)(\+?)\}$/;

/** Finds operations by the http traits of AWS's model: method, URI template and query literals. */
export class RouteTable {
  readonly #routes: Route[];

  constructor(operations: Iterable<OperationShape>) {
    this.#routes = [...operations].flatMap((operation) => toRoute(operation) ?? []);
    // The most specific template first, so that a literal segment wins over a label.
    this.#routes.sort((a, b) => b.literals + b.query.length - (a.literals + a.query.length));
  }

  match(request: Pick<WireRequest, 'method' | 'path' | 'query'>): RouteMatch | undefined {
    const segments = splitPath(request.path);
    for (const route of this.#routes) {
      if (route.method !== request.method) continue;
      if (!route.query.every(([name, value]) => hasQuery(request.query, name, value))) continue;
      const labels = matchSegments(route.segments, segments);
      if (labels) return { operation: route.operation, labels };
    }
    return undefined;
  }
}

function toRoute(operation: OperationShape): Route | undefined {
  if (!operation.http) return undefined;
  const [path = '/', literalQuery = ''] = operation.http.uri.split('?');
  const segments = splitPath(path);
  return {
    operation,
    method: operation.http.method,
    segments,
    query: [...new URLSearchParams(literalQuery)],
    literals: segments.filter((segment) => !label.test(segment)).length,
  };
}

/** A trailing slash doesn't count: Route 53's model and AWS's own texts differ in it. */
function splitPath(path: string): string[] {
  return path.replace(/^\/|\/$/g, '').split('/');
}

/** A query literal without a value (`?delete`) only has to be there. */
function hasQuery(query: URLSearchParams, name: string, value: string): boolean {
  return value === '' ? query.has(name) : query.get(name) === value;
}

function matchSegments(template: string[], actual: string[]): Record<string, string> | undefined {
  const labels: Record<string, string> = {};
  for (const [index, part] of template.entries()) {
    const [, name, greedy] = label.exec(part) ?? [];
    const segment = actual[index];
    if (segment === undefined) return undefined;
    if (name && greedy) {
      labels[name] = actual.slice(index).map(decode).join('/');
      return labels;
    }
    if (name) {
      if (segment === '') return undefined;
      labels[name] = decode(segment);
    } else if (segment !== part) return undefined;
  }
  return template.length === actual.length ? labels : undefined;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
