import { expect, it } from 'vitest';
import { isBetween } from './between';
import { mockMethod } from './testing/edits';

const method = mockMethod();

it.each([
  ['nothing done yet', null, null, method],
  ['all done', null, method, method],
  ['created, without integration and responses', null, { ...method, responses: {}, integration: null }, method],
  [
    'integration without its responses',
    null,
    { ...method, integration: { ...method.integration, responses: {} } },
    method,
  ],
  ['one field of two', { a: 1, b: 1 }, { a: 2, b: 1 }, { a: 2, b: 2 }],
  ['half removed', { a: 1, b: { c: 1 } }, { a: 1, b: {} }, null],
])('is ours: %s', (_title, from, value, to) => {
  expect(isBetween(from, value, to)).toBe(true);
});

it.each([
  ['a third value', { a: 1 }, { a: 3 }, { a: 2 }],
  ['something nobody here wanted', null, { ...method, apiKeyRequired: true }, method],
  ['an entry more', { map: { x: '1' } }, { map: { x: '1', y: '2' } }, { map: { x: '2' } }],
  ['another list', { list: ['a'] }, { list: ['b'] }, { list: ['a', 'b'] }],
  ['a value where something is to go', { a: 1 }, { a: 2 }, null],
])("is somebody else's: %s", (_title, from, value, to) => {
  expect(isBetween(from, value, to)).toBe(false);
});
