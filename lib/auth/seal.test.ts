import { expect, it } from 'vitest';
import { seal, unseal } from './seal';

const secret = 'a secret for tests only, long enough';

it('gives back what was sealed, and never seals twice alike', () => {
  const sealed = seal('totp', 'JBSWY3DPEHPK3PXP', secret);
  expect(unseal('totp', sealed, secret)).toBe('JBSWY3DPEHPK3PXP');
  expect(seal('totp', 'JBSWY3DPEHPK3PXP', secret)).not.toBe(sealed);
});

it('opens nothing under another secret, for another purpose, or that was changed', () => {
  const sealed = seal('totp', 'JBSWY3DPEHPK3PXP', secret);
  expect(unseal('totp', sealed, `${secret}!`)).toBeNull();
  expect(unseal('id-token', sealed, secret)).toBeNull();
  const bytes = Buffer.from(sealed, 'base64url');
  for (const index of [0, 12, 28, bytes.length - 1]) {
    const changed = Buffer.from(bytes);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(unseal('totp', changed.toString('base64url'), secret)).toBeNull();
  }
  expect(unseal('totp', '', secret)).toBeNull();
});
