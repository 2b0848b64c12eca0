import 'server-only';
import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ExpectedError } from '@/lib/errors';

/** The secret in `<dataDir>/auth-secret`, made on first use; processes that start together end up with the same one. */
export function readAuthSecret(dataDir: string): string {
  const file = path.join(dataDir, 'auth-secret');
  if (existsSync(file)) return read(file);
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
    try {
      linkSync(draft, file);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    } finally {
      unlinkSync(draft);
    }
  } catch (error) {
    throw new ExpectedError('invalid', `The data directory ${dataDir} can't be written.`, {
      fix: 'Make it writable for this user, or set GATEHOUSE_DATA_DIR to another directory.',
      actor: 'us',
      cause: error,
    });
  }
  return read(file);
}

/** A power failure may leave an empty file, and with an empty secret anybody could make himself a session. */
function read(file: string): string {
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length >= 32) return secret;
  throw new ExpectedError('invalid', `The file ${file} is damaged.`, {
    fix: 'Delete it: a new one is made, and everybody has to sign in again.',
    actor: 'us',
  });
}
