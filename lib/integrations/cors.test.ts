import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits } from '@/lib/gateway/apply-edits';
import { emptyMethod, emptySnapshot } from '@/lib/gateway/defaults';
import type { Method, Resource, Snapshot } from '@/lib/gateway/model';
import { corsNotes, corsOf, withCors, withCorsOnErrors, withoutCors } from './cors';
import { type CorsOptions, corsOptionsSchema, corsVerbs, defaultCors } from './cors-options';
import { http } from './http';

const path = '/orders';
const get = (proxy: boolean): Method =>
  http.toMethod(emptyMethod(), { proxy, url: 'https://a.example.com', verb: 'GET' }, path);
const gateway = (methods: Resource['methods']): Snapshot => ({
  ...emptySnapshot('shop'),
  resources: { '/': { methods: {} }, [path]: { methods } },
});
const at = (snapshot: Snapshot) => {
  const resource = snapshot.resources[path];
  if (!resource) throw new Error('the resource is gone');
  return { path, resource };
};
const withOrigins = (...origins: string[]): CorsOptions => ({ ...defaultCors, origins });

const options = fc.record<CorsOptions>({
  origins: fc.oneof(
    fc.constant<string[]>(['*']),
    fc.uniqueArray(
      fc.constantFrom<string[]>('https://a.example.com', 'https://b.example.com:8443', 'http://localhost:3000'),
      {
        minLength: 1,
      },
    ),
  ),
  methods: fc.subarray(corsVerbs, { minLength: 1 }),
  headers: fc.subarray(['Content-Type', 'X-Tenant']),
  exposeHeaders: fc.subarray(['ETag', 'Link']),
  credentials: fc.boolean(),
  maxAge: fc.oneof(fc.constant(null), fc.constantFrom(0, 600)),
  status: fc.constantFrom('200' as const, '204' as const),
});

test('what was written is read back, and written again it makes no edit', () => {
  fc.assert(
    fc.property(options, fc.boolean(), (cors, proxy) => {
      fc.pre(corsOptionsSchema.safeParse(cors).success);
      const before = gateway({ GET: get(proxy), ANY: get(false) });
      const after = applyEdits(before, withCors(at(before), cors));
      expect(corsOf(at(after).resource)).toEqual(cors);
      expect(withCors(at(after), cors)).toEqual([]);
      expect(applyEdits(after, withoutCors(at(after)))).toEqual(applyEdits(before, []));
    }),
  );
});

test('one origin stands on every answer that API Gateway writes, declared', () => {
  const before = gateway({ GET: get(false) });
  const after = applyEdits(before, withCors(at(before), withOrigins('https://a.example.com')));
  const method = at(after).resource.methods.GET;
  const header = 'method.response.header.Access-Control-Allow-Origin';
  expect(method?.integration?.responses['200']?.parameters).toEqual({ [header]: "'https://a.example.com'" });
  expect(method?.responses['200']?.parameters).toEqual({ [header]: false });
});

test('the truth about what it can not do', () => {
  const proxied = at(gateway({ GET: get(true), OPTIONS: get(true) })).resource;
  const plain = at(gateway({ GET: get(false) })).resource;
  expect(corsNotes(proxied, withOrigins('*'))).toEqual([
    { verb: 'GET', sentence: expect.stringContaining('the back end has to send Access-Control-Allow-Origin') },
  ]);
  expect(corsNotes(plain, withOrigins('*'))).toEqual([]);
  expect(corsNotes(plain, withOrigins('https://a.example.com', 'https://b.example.com'))).toEqual([
    { verb: 'GET', sentence: expect.stringContaining('one origin') },
  ]);
  expect(corsOf(proxied)).toBeNull();
});

test("several origins: the answer's constant goes again, and errors get no header", () => {
  const before = gateway({ GET: get(false) });
  const one = applyEdits(before, withCors(at(before), withOrigins('https://a.example.com')));
  const several = withOrigins('https://a.example.com', 'https://b.example.com');
  const after = applyEdits(one, withCors(at(one), several));
  expect(at(after).resource.methods.GET).toEqual(at(applyEdits(before, [])).resource.methods.GET);
  expect(withCorsOnErrors(after, several)).toEqual([]);
});

test("API Gateway's own errors carry the origin too, once", () => {
  const before = gateway({});
  const after = applyEdits(before, withCorsOnErrors(before, withOrigins('*')));
  expect(after.gatewayResponses.DEFAULT_4XX?.parameters).toEqual({
    'gatewayresponse.header.Access-Control-Allow-Origin': "'*'",
  });
  expect(Object.keys(after.gatewayResponses)).toEqual(['DEFAULT_4XX', 'DEFAULT_5XX']);
  expect(withCorsOnErrors(after, withOrigins('*'))).toEqual([]);
});

test('refuses what browsers refuse', () => {
  const problem = (change: Partial<CorsOptions>) =>
    corsOptionsSchema.safeParse({ ...defaultCors, ...change }).error?.issues[0]?.message;
  expect(problem({ credentials: true })).toContain('refuse *');
  expect(problem({ origins: ['*', 'https://a.example.com'] })).toContain('stands alone');
  expect(problem({ origins: ['https://a.example.com/x'] })).toContain('no path');
  expect(problem({})).toBeUndefined();
});
