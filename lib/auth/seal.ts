import 'server-only';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { env } from '@/lib/env';

/** What is sealed; each has a key of its own. */
export type SealPurpose = 'totp' | 'id-token';

const keyOf = (purpose: SealPurpose, secret: string) =>
  Buffer.from(hkdfSync('sha256', secret, '', `gatehouse ${purpose}`, 32));

/** Encrypts a secret for the database: AES-256-GCM, with a key derived (HKDF) from the secret that signs sessions. */
export function seal(purpose: SealPurpose, text: string, secret = env().authSecret): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(purpose, secret), iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** What was sealed; null when it was changed, or sealed under another secret. */
export function unseal(purpose: SealPurpose, sealed: string, secret = env().authSecret): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < 28) return null;
  const decipher = createDecipheriv('aes-256-gcm', keyOf(purpose, secret), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
