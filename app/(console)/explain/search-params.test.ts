import { expect, it } from 'vitest';
import { readAsked } from './search-params';

it.each([
  [{}, { method: 'GET', url: '' }],
  [
    { method: 'POST', url: ' https://shop.example.com/ ' },
    { method: 'POST', url: 'https://shop.example.com/' },
  ],
  [
    { method: 'BREW', url: ['/a', '/b'] },
    { method: 'GET', url: '' },
  ],
])('reads %j', (query, asked) => {
  expect(readAsked(query)).toEqual(asked);
});
