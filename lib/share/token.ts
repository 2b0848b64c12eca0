import 'server-only';
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/env';

const idBytes = 16;
const expiryBytes = 4;
const signatureBytes = 16;
const allBytes = idBytes + expiryBytes + signatureBytes;

export interface ShareToken {
  /** The link's row. */
  id: string;
  /** Whole seconds. */
  expiresAt: Date;
}

const keyOf = (secret: string) => Buffer.from(hkdfSync('sha256', secret, '', 'gatehouse share link', 32));

function signatureOf(content: Buffer, secret: string): Buffer {
  return createHmac('sha256', keyOf(secret)).update(content).digest().subarray(0, signatureBytes);
}

/**
 * The part of a share link that stands for its row: id and expiry, signed (HMAC-SHA256, 128 bits) with a key derived from the secret of
 * sessions. 48 characters that need no encoding; kept nowhere, because the row makes it again.
 */
export function signShareToken({ id, expiresAt }: ShareToken, secret = env().authSecret): string {
  const content = Buffer.alloc(idBytes + expiryBytes);
  Buffer.from(id.replaceAll('-', ''), 'hex').copy(content);
  content.writeUInt32BE(Math.floor(expiresAt.getTime() / 1000), idBytes);
  return Buffer.concat([content, signatureOf(content, secret)]).toString('base64url');
}

/** What a token says, once its signature holds; null for anything else. Whether it has expired is the caller's to ask. */
export function readShareToken(token: string, secret = env().authSecret): ShareToken | null {
  const bytes = Buffer.from(token, 'base64url');
  // The way back must give the same text: one link has one spelling.
  if (bytes.length !== allBytes || bytes.toString('base64url') !== token) return null;
  const content = bytes.subarray(0, idBytes + expiryBytes);
  if (!timingSafeEqual(signatureOf(content, secret), bytes.subarray(idBytes + expiryBytes))) return null;
  const hex = content.subarray(0, idBytes).toString('hex');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { id, expiresAt: new Date(content.readUInt32BE(idBytes) * 1000) };
}

export const sharePath = (token: string) => `/share/${token}`;
