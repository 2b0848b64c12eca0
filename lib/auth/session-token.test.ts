import { encode } from 'next-auth/jwt';
import { expect, it, vi } from 'vitest';
import { decodeSecondStep, encodeSecondStep } from './second-factor/second-step-token';
import { decodeSession, encodeSession, sessionCookie } from './session-token';

const secret = 'a secret for tests only, long enough';
vi.stubEnv('NEXTAUTH_SECRET', secret);

const ids = {
  userId: '00000000-0000-4000-8000-000000000001',
  sessionId: '00000000-0000-4000-8000-000000000002',
};

it('reads back what it wrote', async () => {
  expect(await decodeSession(await encodeSession(ids))).toEqual(ids);
});

it('takes no token that is absent, broken, foreign or too old', async () => {
  const token = { sub: ids.userId, sid: ids.sessionId };
  const foreign = await encode({ token, secret: 'another secret' });
  const old = await encode({ token, secret, maxAge: -60 });
  for (const text of [undefined, '', 'x.y.z', foreign, old]) expect(await decodeSession(text)).toBeNull();
});

it('takes no token that names no session, or none that could be in the database', async () => {
  for (const token of [
    { sub: ids.userId },
    { sub: 'user-1', sid: ids.sessionId },
    { sub: ids.userId, sid: "' or true" },
  ]) {
    expect(await decodeSession(await encode({ token, secret }))).toBeNull();
  }
});

it('takes no token of the second step for a session, nor the other way round', async () => {
  expect(await decodeSession(await encodeSecondStep({ userId: ids.userId, next: undefined }))).toBeNull();
  expect(await decodeSecondStep(await encodeSession(ids))).toBeNull();
  expect(await decodeSecondStep(await encodeSecondStep({ userId: ids.userId, next: '/audit' }))).toEqual({
    userId: ids.userId,
    at: expect.any(Date),
    next: '/audit',
  });
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
