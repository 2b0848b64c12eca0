import 'server-only';
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ExpectedError } from '@/lib/errors';
import { canonicalJson } from './canonical';

/** Public keys by their id. */
export type KnownKeys = ReadonlyMap<string, KeyObject>;

export interface SigningKey {
  id: string;
  /** PEM (SPKI). */
  publicPem: string;
  /** It did not exist before. */
  made: boolean;
  /** Ed25519 over the canonical JSON, in base64. */
  sign(value: object): string;
}

export const auditDir = (dataDir: string) => path.join(dataDir, 'audit');
const privateFile = (dataDir: string) => path.join(auditDir(dataDir), 'signing-key.pem');
const publicFile = (dataDir: string) => path.join(auditDir(dataDir), 'signing-key.pub.pem');
const knownKeysDir = (dataDir: string) => path.join(auditDir(dataDir), 'known-keys');

/** First 16 hex digits of the SHA-256 of the public key as SPKI. */
function keyIdOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);
}

/**
 * The key that signs checkpoints and tombstones, in `<dataDir>/audit`, made at the first use. Processes that start together end up
 * with the same one.
 *
 * @throws ExpectedError `invalid` when it can't be made or read
 */
export function openSigningKey(dataDir: string): SigningKey {
  try {
    const made = makeOnce(dataDir);
    const privateKey = createPrivateKey(readFileSync(privateFile(dataDir)));
    const publicKey = createPublicKey(privateKey);
    const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    if (!existsSync(publicFile(dataDir))) writeFileSync(publicFile(dataDir), publicPem, { mode: 0o644 });
    return {
      id: keyIdOf(publicKey),
      publicPem,
      made,
      sign: (value) => sign(null, Buffer.from(canonicalJson(value)), privateKey).toString('base64'),
    };
  } catch (error) {
    throw new ExpectedError('invalid', `The audit log's signing key in ${auditDir(dataDir)} can't be used.`, {
      fix: 'Make the directory readable and writable for this user, or restore signing-key.pem from a backup.',
      actor: 'us',
      cause: error,
    });
  }
}

function makeOnce(dataDir: string): boolean {
  const file = privateFile(dataDir);
  if (existsSync(file)) return false;
  mkdirSync(auditDir(dataDir), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    unlinkSync(draft);
  }
}

/**
 * The public keys whose signatures count: this console's own, those in `<dataDir>/audit/known-keys`, and those in `files`.
 *
 * @throws ExpectedError `invalid` that names the file which is no public key
 */
export function readKnownKeys(dataDir: string | null, files: readonly string[] = []): Map<string, KeyObject> {
  const known = new Map<string, KeyObject>();
  const here = dataDir === null ? [] : [publicFile(dataDir), ...filesIn(knownKeysDir(dataDir))].filter(existsSync);
  for (const file of [...here, ...files]) {
    try {
      const key = createPublicKey(readFileSync(file));
      known.set(keyIdOf(key), key);
    } catch (error) {
      throw new ExpectedError('invalid', `${file} is no public key in PEM form.`, {
        fix: "Name a console's audit/signing-key.pub.pem.",
        actor: 'us',
        cause: error,
      });
    }
  }
  return known;
}

function filesIn(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => name.endsWith('.pem'))
    .map((name) => path.join(directory, name));
}

/** Whether a known key made this signature; `unknown-key` when nobody can tell. */
export function checkSignature(
  keys: KnownKeys,
  { keyId, signature }: { keyId: string; signature: string },
  value: object,
): 'good' | 'bad' | 'unknown-key' {
  const key = keys.get(keyId);
  if (!key) return 'unknown-key';
  return verify(null, Buffer.from(canonicalJson(value)), key, Buffer.from(signature, 'base64')) ? 'good' : 'bad';
}
