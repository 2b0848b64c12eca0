import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRouteTree, matchResource, type RoutableResource } from './match-resource';

function find(resources: Record<string, string[]>, verb: string, path: string) {
  const list = Object.entries(resources).map(([each, verbs]) => ({
    path: each,
    resourceMethods: Object.fromEntries(verbs.map((name) => [name, {}])),
  }));
  const match = matchResource(buildRouteTree(list), verb, path);
  return match && [match.resource.path, match.methodKey, match.pathParameters];
}

describe('matchResource', () => {
  const api = {
    '/': ['GET'],
    '/part1': ['GET'],
    '/part1/fixed': ['GET', 'ANY'],
    '/test': ['POST'],
    '/users/{id}': ['GET'],
    '/users/{id}/orders': ['GET'],
    '/users/me': ['ANY'],
    '/{proxy+}': ['OPTIONS', 'GET'],
  };

  it.each([
    ['GET', '/', ['/', 'GET', {}]],
    ['GET', '/part1/fixed', ['/part1/fixed', 'GET', {}]],
    ['PUT', '/part1/fixed', ['/part1/fixed', 'ANY', {}]],
    ['GET', '/part1/other', ['/{proxy+}', 'GET', { proxy: 'part1/other' }]],
    ['OPTIONS', '/test', ['/{proxy+}', 'OPTIONS', { proxy: 'test' }]],
    ['GET', '/users/me', ['/users/me', 'ANY', {}]],
    ['GET', '/users/7', ['/users/{id}', 'GET', { id: '7' }]],
    ['GET', '/users/me/orders', ['/users/{id}/orders', 'GET', { id: 'me' }]],
    ['GET', '/users/7/', ['/users/{id}', 'GET', { id: '7' }]],
    ['GET', '//part1', ['/part1', 'GET', {}]],
    ['GET', '/a//b/', ['/{proxy+}', 'GET', { proxy: 'a//b/' }]],
    ['GET', '/users/%2Fx', ['/users/{id}', 'GET', { id: '%2Fx' }]],
    ['GET', '/PART1', ['/{proxy+}', 'GET', { proxy: 'PART1' }]],
  ])('%s %s', (verb, path, expected) => {
    expect(find(api, verb, path)).toEqual(expected);
  });

  it('finds nothing for an unknown path, a wrong verb, or the parent of a greedy variable', () => {
    expect(find({ '/a': ['GET'] }, 'GET', '/b')).toBeUndefined();
    expect(find({ '/a': ['GET'] }, 'POST', '/a')).toBeUndefined();
    expect(find({ '/{proxy+}': ['ANY'] }, 'GET', '/')).toBeUndefined();
    expect(find({ '/a': ['constructor'] }, 'toString', '/a')).toBeUndefined();
  });

  it('agrees with trying every resource and taking the most specific', () => {
    const segment = fc.constantFrom('a', 'b', '{v}');
    const resourcePath = fc
      .tuple(fc.array(segment, { maxLength: 3 }), fc.boolean())
      .map(([segments, greedy]) => `/${[...segments, ...(greedy ? ['{g+}'] : [])].join('/')}`);
    const verbs = fc.uniqueArray(fc.constantFrom('GET', 'POST', 'ANY'));
    const resources = fc.dictionary(resourcePath, verbs, { maxKeys: 10 });
    const path = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 4 }).map((segments) => `/${segments.join('/')}`);
    fc.assert(
      fc.property(resources, fc.constantFrom('GET', 'POST'), path, (api, verb, asked) => {
        const list: RoutableResource[] = Object.entries(api).map(([each, names]) => ({
          path: each,
          resourceMethods: Object.fromEntries(names.map((name) => [name, {}])),
        }));
        const fitting = list.filter((resource) => {
          const pattern = resource.path.replaceAll('{v}', '[^/]+').replace('{g+}', '.+');
          const methods = resource.resourceMethods ?? {};
          return new RegExp(`^${pattern}$`).test(asked) && (verb in methods || 'ANY' in methods);
        });
        // Fixed sorts before variable before greedy at every level.
        const rank = (resource: RoutableResource) => resource.path.replaceAll('{v}', 'y').replace('{g+}', 'z');
        const best = fitting.sort((one, other) => (rank(one) < rank(other) ? -1 : 1))[0];
        expect(matchResource(buildRouteTree(list), verb, asked)?.resource.path).toBe(best?.path);
      }),
      { numRuns: 500 },
    );
  });
});
