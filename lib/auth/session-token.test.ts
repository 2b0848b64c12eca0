import { encode } from 'next-auth/jwt';
import { expect, it, vi } from 'vitest';
import { decodeSession, encodeSession, sessionCookie } from './session-token';

const secret = 'a secret for tests only, long enough';
vi.stubEnv('NEXTAUTH_SECRET', secret);

it('reads back what it wrote, and since when', async () => {
  const session = await decodeSession(await encodeSession('user-1'));
  expect(session?.userId).toBe('user-1');
  expect(Math.abs(Date.now() - (session?.issuedAt ?? 0))).toBeLessThan(5_000);
});

it('takes no token that is absent, broken, foreign or too old', async () => {
  const foreign = await encode({ token: { sub: 'user-1' }, secret: 'another secret' });
  const old = await encode({ token: { sub: 'user-1' }, secret, maxAge: -60 });
  for (const token of [undefined, '', 'x.y.z', foreign, old]) expect(await decodeSession(token)).toBeNull();
});

it('sends the cookie over https only where the console is reached over https', () => {
  vi.stubEnv('NEXTAUTH_URL', 'https://gatehouse.example.com');
  expect(sessionCookie()).toEqual({
    name: '__Secure-next-auth.session-token',
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure: true },
  });
  vi.stubEnv('NEXTAUTH_URL', 'http://localhost:3000');
  expect(sessionCookie()).toMatchObject({ name: 'next-auth.session-token', options: { secure: false } });
});
