import { describe, expect, it } from 'vitest';
import type { MethodRow, RouteRow } from '@/lib/routes/model';
import { moveInLines } from './move-in-lines';
import { linesOf, searchable } from './route-lines';

const method = (verb: MethodRow['verb'], more: Partial<MethodRow> = {}): MethodRow => ({
  verb,
  kind: 'http',
  target: 'a.example.com',
  terms: '',
  draft: null,
  conflict: false,
  stages: {},
  ...more,
});
const row = (path: string, ...methods: MethodRow[]): RouteRow => ({ path, owner: null, draft: null, methods });

const rows = searchable([
  row('/'),
  row('/orders', method('GET', { terms: 'x-tenant' }), method('POST', { target: 'orders.internal/new' })),
  row('/orders/{id}', method('GET', { draft: 'changed' })),
  row('/orders-old', method('ANY', { stages: { prod: 'removed' } })),
]);
const none = new Set<string>();
const keys = (search: string, changedOnly = false, collapsed = none) =>
  linesOf(rows, { search, changedOnly }, collapsed).map(({ key }) => key);

describe('lines of the list', () => {
  it('are the tree, a line for each route and for each path without one', () => {
    expect(keys('')).toEqual(['/', '/orders GET', '/orders POST', '/orders/{id} GET', '/orders-old ANY']);
  });

  it('leave out what is folded away, and say how much that is', () => {
    const lines = linesOf(rows, { search: '', changedOnly: false }, new Set(['/orders']));
    expect(lines.map(({ key, expanded, folded }) => [key, expanded, folded])).toEqual([
      ['/', null, 0],
      ['/orders GET', false, 1],
      ['/orders POST', null, 0],
      ['/orders-old ANY', null, 0],
    ]);
  });

  it('are found by path, back end, header and method', () => {
    expect(keys('{id}')).toEqual(['/orders/{id} GET']);
    expect(keys('Internal')).toEqual(['/orders POST']);
    expect(keys('x-TENANT')).toEqual(['/orders GET']);
    expect(keys('orders GET')).toEqual(['/orders GET', '/orders/{id} GET']);
    expect(keys('no such thing')).toEqual([]);
  });

  it('are found inside of what is folded away', () => {
    expect(keys('{id}', false, new Set(['/orders']))).toEqual(['/orders/{id} GET']);
  });

  it('are those that differ, on request', () => {
    expect(keys('', true)).toEqual(['/orders/{id} GET', '/orders-old ANY']);
    expect(keys('old', true)).toEqual(['/orders-old ANY']);
  });
});

describe('keys', () => {
  const lines = linesOf(rows, { search: '', changedOnly: false }, none);

  it('fold and unfold', () => {
    expect(moveInLines('ArrowLeft', lines, 1, 10)).toEqual({ toggle: '/orders' });
    const folded = linesOf(rows, { search: '', changedOnly: false }, new Set(['/orders']));
    expect(moveInLines('ArrowRight', folded, 1, 10)).toEqual({ toggle: '/orders' });
  });

  it('lead to the path above', () => {
    expect(moveInLines('ArrowLeft', lines, 3, 10)).toEqual({ to: 1 });
    expect(moveInLines('ArrowLeft', lines, 2, 10)).toEqual({ to: 1 });
  });

  it('open routes, and nothing where there is none', () => {
    expect(moveInLines('Enter', lines, 3, 10)).toEqual({ open: lines[3] });
    expect(moveInLines('Enter', lines, 0, 10)).toBeNull();
    expect(moveInLines('a', lines, 1, 10)).toBeNull();
  });
});
