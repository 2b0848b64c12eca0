import 'server-only';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const keyOf = (authSecret: string) => Buffer.from(hkdfSync('sha256', authSecret, '', 'gatehouse audit webhook', 32));

/** The webhook's secret as the database holds it (AES-256-GCM, under a key derived from the console's own secret). */
export function sealSecret(secret: string, authSecret: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(authSecret), iv);
  return Buffer.concat([iv, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

/** The secret again; null when it was sealed under another console's secret. */
export function openSecret(sealed: string, authSecret: string): string | null {
  try {
    const bytes = Buffer.from(sealed, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', keyOf(authSecret), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

export const unreadableSecret = {
  ok: false,
  sentence: "The secret can't be read with this console's own.",
  fix: 'Make a new secret, and give it to the receiver.',
} as const;
