import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diff } from '@/lib/gateway/diff';
import type { Edit } from '@/lib/gateway/edits';
import { snapshotPair } from '@/lib/gateway/testing/arbitraries';
import { overlap, overlapsAny, placeOfDifference, placeOfEdit } from './places';
import { putMethod, removeMethod, setHeader, setIntegration } from './testing/edits';

const removeResource = (path: string): Edit => ({ op: 'remove', subject: { kind: 'resource', path } });
const putResource = (path: string): Edit => ({
  op: 'put',
  subject: { kind: 'resource', path },
  value: { methods: {} },
});
const setMethod: Edit = {
  op: 'set',
  subject: { kind: 'method', path: '/a', verb: 'GET' },
  field: 'apiKeyRequired',
  key: null,
  value: true,
};

describe('edits that matter to each other', () => {
  it.each([
    ['the same field', setIntegration('/a', 'uri', 'x'), setIntegration('/a', 'uri', 'y'), true],
    ['two fields', setIntegration('/a', 'uri', 'x'), setIntegration('/a', 'timeoutMs', 100), false],
    ['one entry', setHeader('/a', 'X', '1'), setHeader('/a', 'X', '2'), true],
    ['two entries', setHeader('/a', 'X', '1'), setHeader('/a', 'Y', '1'), false],
    ['a method and its integration', removeMethod('/a', 'GET'), setIntegration('/a', 'uri', 'x', 'GET'), true],
    ["a method's own field and its integration", setMethod, setIntegration('/a', 'uri', 'x', 'GET'), false],
    ['two verbs', putMethod('/a', 'GET'), putMethod('/a', 'POST'), false],
    ['a removed resource and a method below', removeResource('/a'), putMethod('/a/b', 'GET'), true],
    ['a removed resource and a neighbour of similar name', removeResource('/a'), putMethod('/ab', 'GET'), false],
    ['a removed root and all else', removeResource('/'), setIntegration('/a/b', 'uri', 'x'), true],
    ['a new resource and its method', putResource('/a'), putMethod('/a', 'GET'), false],
  ])('%s', (_title, one, other, expected) => {
    expect(overlap(placeOfEdit(one), placeOfEdit(other))).toBe(expected);
    expect(overlap(placeOfEdit(other), placeOfEdit(one))).toBe(expected);
    expect(overlapsAny([placeOfEdit(other)])(placeOfEdit(one))).toBe(expected);
    expect(overlapsAny([placeOfEdit(one)])(placeOfEdit(other))).toBe(expected);
  });

  it('of any two gateways: whether one is among many is found as by trying all', () => {
    const places = snapshotPair().map(({ before, after }) => diff(before, after).differences.map(placeOfDifference));
    const property = fc.property(places, places, (some, others) => {
      const isAmong = overlapsAny(others);
      for (const place of some) expect(isAmong(place)).toBe(others.some((other) => overlap(place, other)));
    });
    fc.assert(property, { numRuns: 50 });
  });
});
