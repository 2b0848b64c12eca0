import { parentOf } from '@/lib/gateway/canonicalise/parents';
import type { Method, Resource, Snapshot } from '@/lib/gateway/model';
import { finding, type Rule } from './rule';

const allowOrigin = 'method.response.header.access-control-allow-origin';

/** Browsers ask by OPTIONS first; without an answer, the headers of the other methods help nobody. */
export const cors: Rule = ({ snapshot }) => {
  const fallbacks = greedyFallbacks(snapshot);
  return Object.entries(snapshot.resources).flatMap(([path, { methods }]) => {
    if (answersOptions(methods) || hasGreedyFallback(fallbacks, path)) return [];
    const verbs = Object.entries(methods).flatMap(([verb, method]) => (answersCors(method) ? [verb] : []));
    if (verbs.length === 0) return [];
    const sentence = `${verbs.join(', ')} answer${verbs.length === 1 ? 's' : ''} browsers of other sites, but nothing answers their preflight (OPTIONS).`;
    return [
      finding(
        'cors-options',
        'warning',
        { kind: 'resource', path },
        sentence,
        'Let the CORS helper write the OPTIONS method.',
      ),
    ];
  });
};

function answersOptions(methods: Resource['methods']): boolean {
  return methods.OPTIONS !== undefined || methods.ANY !== undefined;
}

function answersCors({ responses }: Method): boolean {
  return Object.values(responses).some(({ parameters }) =>
    Object.keys(parameters).some((key) => key.toLowerCase() === allowOrigin),
  );
}

/** Paths that have a greedy path below them which answers OPTIONS. */
function greedyFallbacks({ resources }: Snapshot): Set<string | null> {
  const greedy = Object.entries(resources).filter(
    ([path, { methods }]) => path.endsWith('+}') && answersOptions(methods),
  );
  return new Set(greedy.map(([path]) => parentOf(path)));
}

/** A verb that a resource lacks is looked for at the greedy paths beside and above it. */
function hasGreedyFallback(fallbacks: ReadonlySet<string | null>, path: string): boolean {
  for (let at = parentOf(path); at !== null; at = parentOf(at)) if (fallbacks.has(at)) return true;
  return false;
}
