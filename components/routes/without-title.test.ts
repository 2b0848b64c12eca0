import { expect, it } from 'vitest';
import { withoutTitle } from './without-title';

it('takes away the subject that the heading says already, and only that', () => {
  expect(withoutTitle('GET /orders: timeout 29 s -> 10 s', 'GET /orders')).toBe('Timeout 29 s -> 10 s');
  expect(withoutTitle('GET /orders/{id}: timeout 5 s', 'GET /orders')).toBe('GET /orders/{id}: timeout 5 s');
  expect(withoutTitle('New route GET /orders: mock', 'GET /orders')).toBe('New route GET /orders: mock');
});
