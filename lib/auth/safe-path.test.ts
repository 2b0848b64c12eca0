import fc from 'fast-check';
import { expect, it } from 'vitest';
import { safePath } from './safe-path';

it.each([
  ['/tenants', '/tenants'],
  ['/audit?actor=a%40b.example&page=2#x', '/audit?actor=a%40b.example&page=2#x'],
  [null, '/overview'],
  ['', '/overview'],
  ['tenants', '/overview'],
  ['https://evil.example/', '/overview'],
  ['//evil.example/', '/overview'],
  ['/\\evil.example', '/overview'],
  ['/\t/evil.example', '/overview'],
  ['/a/..//evil.example', '/overview'],
  ['javascript:alert(1)', '/overview'],
  ['/sign-in?next=/tenants', '/overview'],
  ['/api/auth/signout', '/overview'],
])('%j leads to %s', (next, expected) => {
  expect(safePath(next)).toBe(expected);
});

it('never leaves the site, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((text) => `/${text}`),
      ),
      (next) => {
        const url = new URL(safePath(next), 'https://console.example');
        expect(url.origin).toBe('https://console.example');
      },
    ),
  );
});
