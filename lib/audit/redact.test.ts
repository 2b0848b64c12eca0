import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact, redactText } from './redact';

const body = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'),
  minLength: 24,
  maxLength: 40,
});

/** Secrets by the key that they stand under: whatever they are. */
const keys = [
  'password',
  'newPassword',
  'passwordHash',
  'password_hash',
  'PASSWD',
  'secret',
  'clientSecret',
  'totpSecret',
  'secretAccessKey',
  'Authorization',
  'Cookie',
  'set-cookie',
  'privateKey',
  'private_key_pem',
  'token',
  'sessionToken',
  'inviteToken',
  'id_token',
  'access_token',
  'x-api-key',
  'apiKey',
  'DATABASE_URL',
  'databaseUrl',
  'credentials',
  'otp',
  'recoveryCodes',
  'x-amz-security-token',
  'Gatehouse-Signature',
];

/** Secrets that are known by their look, wherever they stand. */
const looks: ((secret: string) => string)[] = [
  (secret) => `-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----`,
  (secret) => `$argon2id$v=19$m=65536,t=3,p=4$${secret}`,
  (secret) => `Bearer ${secret}`,
  (secret) => `basic ${secret}`,
  (secret) => `https://user:${secret}@example.com/x`,
  (secret) => `/path?x=1&access_token=${secret}&y=2`,
  (secret) => `eyJhbGciOiJIUzI1NiJ9.${secret}.${secret}`,
  (secret) => `ghwh_${secret}`,
  (secret) => `the password is wrong: password="${secret}"`,
  (secret) => `token: ${secret}`,
];

const around = fc.constantFrom<((value: unknown) => unknown)[]>(
  (value) => value,
  (value) => ({ a: value, b: 1 }),
  (value) => [1, value],
  (value) => ({ deep: [{ er: value }] }),
);

describe('no secret survives', () => {
  it('under a telling key', () => {
    fc.assert(
      fc.property(fc.constantFrom(...keys), body, around, fc.boolean(), (key, secret, wrap, nested) => {
        const value = wrap({ [key]: nested ? { any: [secret] } : secret });
        expect(JSON.stringify(redact(value))).not.toContain(secret);
      }),
    );
  });

  it('that looks like one, in any text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...looks), body, around, fc.lorem(), (look, secret, wrap, words) => {
        const text = `${words} ${look(secret)} ${words}`;
        expect(JSON.stringify(redact(wrap(text)))).not.toContain(secret);
        expect(JSON.stringify(redact({ [text]: 1 }))).not.toContain(secret);
        expect(redactText(text)).not.toContain(secret);
      }),
    );
  });
});

it('leaves alone what only sounds like one', () => {
  const plain = {
    apiKeyRequired: true,
    tokenless: 'x',
    sentence: 'The password was changed. A token is asked for: later.',
    arn: 'arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012',
    publicPem: '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA\n-----END PUBLIC KEY-----',
    url: 'https://example.com:8443/a?b=c',
    requestId: '6f1c8f0e-0000-4000-8000-000000000000',
  };
  expect(redact(plain)).toEqual(plain);
});

it('cuts what is long and what is deep', () => {
  expect(redactText('x'.repeat(5_000))).toMatch(/^x{4000}… \[cut\]$/);
  let deep: unknown = 'end';
  for (let n = 0; n < 20; n++) deep = { deep };
  expect(JSON.stringify(redact(deep))).toContain('[too deep]');
});
