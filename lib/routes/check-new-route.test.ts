import { describe, expect, it } from 'vitest';
import type { Verb } from '@/lib/gateway/model';
import { checkNewRoute, normalPath } from './check-new-route';

const known = new Map<string, Verb[]>([
  ['/', []],
  ['/orders', ['GET']],
  ['/orders/{id}', ['GET']],
  ['/files', []],
  ['/files/{proxy+}', ['ANY']],
]);

describe('a new route', () => {
  it.each<[string, Verb | null]>([
    ['/orders', 'POST'],
    ['/orders/{id}/lines/{line}', 'GET'],
    ['/new/{a}/{b+}', 'ANY'],
    ['/v1.2/a:b,c', null],
    ['/', 'GET'],
  ])('%s %s can be added', (path, verb) => expect(checkNewRoute(known, path, verb)).toBeNull());

  it.each<[string, Verb | null, string]>([
    ['/orders', 'GET', 'there already'],
    ['/orders', null, 'there already'],
    ['/orders/{number}', 'GET', 'a variable below it already, /orders/{id}'],
    ['/orders/{number}/lines', 'GET', 'a variable below it already'],
    ['/files/{proxy+}/x', 'GET', 'Nothing can be below {proxy+}'],
    ['/files/a{b}', 'GET', 'Braces go around a whole part'],
    ['/a b', 'GET', 'letters, digits'],
    ['/x/{a}/{a}', 'GET', 'twice'],
  ])('%s %s is refused', (path, verb, sentence) => expect(checkNewRoute(known, path, verb)).toContain(sentence));

  it('may be typed with slashes at both ends or none', () => {
    expect(['orders', '/orders/', ' //orders ', '/', ''].map(normalPath)).toEqual([
      '/orders',
      '/orders',
      '/orders',
      '/',
      '/',
    ]);
  });
});
