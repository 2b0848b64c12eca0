import 'server-only';
import { Secret, TOTP } from 'otpauth';

const stepSeconds = 30;

/** What authenticator apps expect without being told (RFC 6238): SHA-1, six digits, 30 s. */
const parameters = { algorithm: 'SHA1', digits: 6, period: stepSeconds } as const;

/** A new secret of 160 bits (RFC 4226, section 4, R6), in base32. */
export const newTotpSecret = () => new Secret({ size: 20 }).base32;

/** What the QR code holds. */
export function totpUri(secret: string, email: string): string {
  return new TOTP({ ...parameters, issuer: 'Gatehouse', label: email, secret: Secret.fromBase32(secret) }).toString();
}

/** The time step that a code belongs to, the one before and the one after now's included; null when it belongs to none. */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const totp = new TOTP({ ...parameters, secret: Secret.fromBase32(secret) });
  const delta = totp.validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / stepSeconds) + delta;
}
