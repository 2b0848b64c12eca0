import { parentOf } from '@/lib/gateway/canonicalise/parents';
import type { Method, Resource, Snapshot } from '@/lib/gateway/model';
import { finding, type Rule } from './rule';

const allowOrigin = 'method.response.header.access-control-allow-origin';

/** Browsers ask by OPTIONS first; without an answer, the headers of the other methods help nobody. */
export const cors: Rule = ({ snapshot }) =>
  Object.entries(snapshot.resources).flatMap(([path, { methods }]) => {
    if (answersOptions(methods) || hasGreedyFallback(snapshot, path)) return [];
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

function answersOptions(methods: Resource['methods']): boolean {
  return methods.OPTIONS !== undefined || methods.ANY !== undefined;
}

function answersCors({ responses }: Method): boolean {
  return Object.values(responses).some(({ parameters }) =>
    Object.keys(parameters).some((key) => key.toLowerCase() === allowOrigin),
  );
}

/** A verb that a resource lacks is looked for at the greedy paths above it. */
function hasGreedyFallback({ resources }: Snapshot, path: string): boolean {
  for (let at = parentOf(path); at !== null; at = parentOf(at)) {
    const below = at === '/' ? '/' : `${at}/`;
    const greedy = Object.entries(resources).find(([other]) => {
      return other.startsWith(`${below}{`) && other.endsWith('+}') && !other.slice(below.length).includes('/');
    });
    if (greedy && answersOptions(greedy[1].methods)) return true;
  }
  return false;
}
