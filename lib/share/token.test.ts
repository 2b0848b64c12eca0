import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readShareToken, signShareToken } from './token';

const secret = 'a secret of at least thirty-two characters';
const link = { id: '3f2b8c1e-9d7a-4c55-8a10-6b1f0e2d4c77', expiresAt: new Date('2027-01-05T08:00:00Z') };

it('gives back what it was made of', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.integer({ min: 0, max: 2 ** 32 - 1 }), (id, seconds) => {
      const made = { id, expiresAt: new Date(seconds * 1000) };
      const token = signShareToken(made, secret);
      expect(token).toMatch(/^[\w-]{48}$/);
      expect(readShareToken(token, secret)).toEqual(made);
    }),
  );
});

it('is worth nothing with any character changed, or under another secret', () => {
  const token = signShareToken(link, secret);
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  fc.assert(
    fc.property(fc.nat(token.length - 1), fc.constantFrom(...letters), (at, letter) => {
      fc.pre(token[at] !== letter);
      expect(readShareToken(token.slice(0, at) + letter + token.slice(at + 1), secret)).toBeNull();
    }),
  );
  expect(readShareToken(token, `${secret}!`)).toBeNull();
});

it.each(['', 'x', 'a'.repeat(48), `${signShareToken(link, secret)}=`, `${signShareToken(link, secret)}AA`])(
  'is no token: %j',
  (text) => {
    expect(readShareToken(text, secret)).toBeNull();
  },
);
