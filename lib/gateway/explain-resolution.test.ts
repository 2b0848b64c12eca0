import { describe, expect, it } from 'vitest';
import { explainResolution } from './explain-resolution';
import { sampleMethod } from './mapping/testing/sample-method';
import { sampleSnapshot } from './mapping/testing/sample-snapshot';
import { requestOf } from './resolve';

const method = sampleMethod();
const snapshot = sampleSnapshot({
  'POST /orders': method,
  'GET /orders/{id}': method,
  'ANY /orders/mine': method,
  'GET /orders/{id}/items': method,
  'OPTIONS /{proxy+}': method,
  'GET /files/{path+}': method,
});

const explain = (verb: string, path: string) => {
  const { sentence, candidates } = explainResolution(snapshot, requestOf({ verb, path }));
  return [sentence, ...candidates.map((each) => `${each.path} ${each.verdict}: ${each.sentence}`)];
};

describe('explainResolution', () => {
  it.each<[string, string, string[]]>([
    [
      'GET',
      '/orders/mine',
      [
        'GET /orders/mine is served by /orders/mine. Its ANY method serves GET.',
        '/orders/mine chosen: Fits letter by letter.',
        '/orders/{id} less-specific: A fixed segment, mine, goes before a variable, {id}.',
        '/{proxy+} no-method: Fits the path, but has OPTIONS only: a resource without GET is passed over.',
        '/orders/{id}/items near-miss: Has items more than the request.',
        '/orders near-miss: The request goes on with /mine, and nothing below this resource fits.',
      ],
    ],
    [
      'OPTIONS',
      '/orders',
      [
        'OPTIONS /orders is served by /{proxy+}.',
        '/{proxy+} chosen: The most specific of those that fit and have the method.',
        '/orders no-method: Fits the path, but has POST only: a resource without OPTIONS is passed over.',
        '/orders/{id} near-miss: Has {id} more than the request.',
        '/orders/mine near-miss: Has mine more than the request.',
      ],
    ],
    [
      'POST',
      '/Orders',
      [
        '/{proxy+} fits, but has only OPTIONS, and nothing less specific has POST.',
        '/{proxy+} no-method: Fits the path, but has OPTIONS only: a resource without POST is passed over.',
        '/orders near-miss: Orders and orders differ in letter case, which counts.',
      ],
    ],
    [
      'GET',
      '/files',
      [
        '/files fits, but has no method at all, and nothing less specific has GET.',
        '/files no-method: Fits the path, but has no method at all: a resource without GET is passed over.',
        '/{proxy+} no-method: Fits the path, but has OPTIONS only: a resource without GET is passed over.',
        '/files/{path+} near-miss: {path+} takes one segment or more, and here the path ends: the parent needs a method of its own.',
      ],
    ],
  ])('%s %s', (verb, path, expected) => expect(explain(verb, path)).toEqual(expected));

  it('says so when nothing fits', () => {
    const empty = sampleSnapshot({ 'GET /orders': method });
    expect(explainResolution(empty, requestOf({ verb: 'GET', path: '/order' }))).toMatchObject({
      sentence: 'No resource fits /order.',
      candidates: [{ path: '/orders', verdict: 'near-miss', sentence: 'order is not orders.' }],
    });
  });
});
