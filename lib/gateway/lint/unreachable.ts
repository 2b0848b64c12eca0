import { parentOf } from '@/lib/gateway/canonicalise/parents';
import { finding, type Rule } from './rule';

/** A resource without methods that leads to none. */
export const unreachable: Rule = ({ snapshot }) => {
  const parents = new Set(Object.keys(snapshot.resources).map(parentOf));
  return Object.entries(snapshot.resources)
    .filter(([path, { methods }]) => path !== '/' && Object.keys(methods).length === 0 && !parents.has(path))
    .map(([path]) => {
      const sentence = 'no request reaches it: it has no method and nothing below it.';
      return finding(
        'unreachable-resource',
        'hint',
        { kind: 'resource', path },
        sentence,
        'Add a method, or delete it.',
      );
    });
};
