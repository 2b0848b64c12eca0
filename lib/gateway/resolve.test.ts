import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleMethod } from './mapping/testing/sample-method';
import { sampleSnapshot } from './mapping/testing/sample-snapshot';
import { requestOf, resolve } from './resolve';
import { refusalOf } from './resolve/testing/asked';

describe('the route', () => {
  const method = sampleMethod();
  const api = sampleSnapshot({
    'GET /': method,
    'GET /part1': method,
    'GET /part1/fixed': method,
    'ANY /part1/fixed': method,
    'POST /test': method,
    'GET /users/{id}': method,
    'GET /users/{id}/orders': method,
    'ANY /users/me': method,
    'OPTIONS /{proxy+}': method,
    'GET /{proxy+}': method,
  });

  it.each([
    ['GET', '/', '/', 'GET', {}],
    ['GET', '/part1/fixed', '/part1/fixed', 'GET', {}],
    ['PUT', '/part1/fixed', '/part1/fixed', 'ANY', {}],
    ['GET', '/part1/other', '/{proxy+}', 'GET', { proxy: 'part1/other' }],
    ['OPTIONS', '/test', '/{proxy+}', 'OPTIONS', { proxy: 'test' }],
    ['GET', '/users/me', '/users/me', 'ANY', {}],
    ['GET', '/users/7', '/users/{id}', 'GET', { id: '7' }],
    ['GET', '/users/me/orders', '/users/{id}/orders', 'GET', { id: 'me' }],
    ['GET', '/users/7/', '/users/{id}', 'GET', { id: '7' }],
    ['GET', '//part1', '/part1', 'GET', {}],
    ['GET', '/a//b/', '/{proxy+}', 'GET', { proxy: 'a//b/' }],
    ['GET', '/users/%2Fx', '/users/{id}', 'GET', { id: '%2Fx' }],
    ['GET', '/PART1', '/{proxy+}', 'GET', { proxy: 'PART1' }],
  ])('%s %s -> %s %s %j', (verb, path, resource, key, pathParameters) => {
    const { route } = resolve(api, requestOf({ verb, path }));
    expect(route).toMatchObject({ path: resource, verb: key, pathParameters });
  });

  it.each([
    ['POST', '/part1'],
    ['PROPFIND', '/part1/fixed'],
    ['POST', '/nowhere/at/all'],
    ['constructor', '/'],
  ])('%s %s is refused as AWS refuses what it does not know', (verb, path) => {
    expect(refusalOf(api, { verb, path })).toMatchObject({
      status: 403,
      errorType: 'MissingAuthenticationTokenException',
      body: '{"message":"Missing Authentication Token"}',
    });
  });

  it('follows X-HTTP-Method-Override', () => {
    const { route } = resolve(
      api,
      requestOf({ verb: 'GET', path: '/test', headers: [['x-http-method-override', 'post']] }),
    );
    expect(route).toMatchObject({ path: '/test', verb: 'POST' });
  });

  it('agrees with trying every resource and taking the most specific', () => {
    const segment = fc.constantFrom('a', 'b', '{v}');
    const resourcePath = fc
      .tuple(fc.array(segment, { maxLength: 3 }), fc.boolean())
      .map(([segments, greedy]) => `/${[...segments, ...(greedy ? ['{g+}'] : [])].join('/')}`);
    const verbs = fc.uniqueArray(fc.constantFrom('GET' as const, 'POST' as const, 'ANY' as const));
    const path = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 4 }).map((segments) => `/${segments.join('/')}`);
    fc.assert(
      fc.property(
        fc.dictionary(resourcePath, verbs, { maxKeys: 10 }),
        fc.constantFrom('GET', 'POST'),
        path,
        (routes, verb, asked) => {
          const snapshot = sampleSnapshot({});
          for (const [each, names] of Object.entries(routes)) {
            snapshot.resources[each] = { methods: Object.fromEntries(names.map((name) => [name, method])) };
          }
          const fitting = Object.entries(snapshot.resources).filter(([each, { methods }]) => {
            const pattern = each.replaceAll('{v}', '[^/]+').replace('{g+}', '.+');
            return new RegExp(`^${pattern}$`).test(asked) && (verb in methods || 'ANY' in methods);
          });
          // Fixed sorts before variable before greedy at every level.
          const rank = ([each]: (typeof fitting)[number]) => each.replaceAll('{v}', 'y').replace('{g+}', 'z');
          const best = fitting.sort((one, other) => (rank(one) < rank(other) ? -1 : 1))[0];
          expect(resolve(snapshot, requestOf({ verb, path: asked })).route?.path).toBe(best?.[0]);
        },
      ),
      { numRuns: 500 },
    );
  });
});

it('never throws, whatever the request', () => {
  const snapshot = sampleSnapshot({
    'ANY /{proxy+}': sampleMethod({
      uri: 'http://h/{proxy}',
      requestParameters: {
        'integration.request.path.proxy': 'method.request.path.proxy',
        'integration.request.header.X-Body': 'method.request.body.a[0]',
        'integration.request.querystring.q': 'method.request.querystring.q',
      },
    }),
  });
  const text = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(text, text, fc.array(fc.tuple(text, text)), text, (path, query, headers, body) => {
      const request = { ...requestOf({ verb: 'GET', path: '/' }), path: `/${path}`, query, headers, body };
      expect(['sent', 'refused']).toContain(resolve(snapshot, request).outcome);
    }),
  );
});
