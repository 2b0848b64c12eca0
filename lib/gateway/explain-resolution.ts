import { candidatesOf } from './explain/candidates';
import type { Snapshot } from './model';
import { effectiveVerb, type GatewayRequest } from './resolve';
import { matchTree, routeTreeOf } from './resolve/route-tree';

/** A resource that was looked at on the way. */
export interface Candidate {
  path: string;
  verdict:
    | 'chosen'
    /** Its path fits, but it lacks the method. */
    | 'no-method'
    /** Fits, but something more specific does, too. */
    | 'less-specific'
    /** Doesn't fit, but nearly. */
    | 'near-miss';
  /** Verbs that it has. */
  verbs: string[];
  /** Why, or why not. */
  sentence: string;
}

export interface ResolutionPath {
  verb: string;
  path: string;
  /** What the whole comes to. */
  sentence: string;
  /** The chosen one first, then what fits, most specific first, then what nearly fits; at most `limit`. */
  candidates: Candidate[];
}

/**
 * Why a request reaches its route and not the siblings, in words. Slower than `resolve`, which gives no reasons: it looks at all
 * resources.
 */
export function explainResolution(snapshot: Snapshot, request: GatewayRequest, limit = 8): ResolutionPath {
  const verb = effectiveVerb(request);
  const { path } = request;
  const match = matchTree(routeTreeOf(snapshot), verb, path);
  const candidates = candidatesOf(snapshot, { verb, path }, match?.resource.path ?? null).slice(0, limit);
  return {
    verb,
    path,
    sentence: summary(verb, path, match && { path: match.resource.path, key: match.verb }, candidates),
    candidates,
  };
}

function summary(
  verb: string,
  path: string,
  chosen: { path: string; key: string } | null,
  candidates: Candidate[],
): string {
  if (chosen) {
    const any = chosen.key === 'ANY' ? ` Its ANY method serves ${verb}.` : '';
    return `${verb} ${path} is served by ${chosen.path}.${any}`;
  }
  const withoutMethod = candidates.find(({ verdict }) => verdict === 'no-method');
  if (!withoutMethod) return `No resource fits ${path}.`;
  const has = withoutMethod.verbs.length === 0 ? 'no method at all' : `only ${withoutMethod.verbs.join(', ')}`;
  return `${withoutMethod.path} fits, but has ${has}, and nothing less specific has ${verb}.`;
}
