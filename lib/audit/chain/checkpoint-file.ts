import 'server-only';
import { appendFileSync, createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Checkpoint } from './signed';
import { auditDir } from './signing-key';

/** Checkpoints beside the database: who can change its rows can't change these by the same way. */
const fileOf = (dataDir: string) => path.join(auditDir(dataDir), 'checkpoints.jsonl');

const line = z.object({
  seq: z.number().int().nonnegative(),
  hash: z.string(),
  at: z.coerce.date(),
  keyId: z.string(),
  signature: z.string(),
});

export function appendToCheckpointFile(dataDir: string, { seq, hash, at, keyId, signature }: Checkpoint): void {
  const text = JSON.stringify({ seq, hash, at: at.toISOString(), keyId, signature });
  // A line that a crash cut off must not swallow this one; blank lines are skipped.
  appendFileSync(fileOf(dataDir), `\n${text}\n`, { mode: 0o600 });
}

/** All of the file, in its order, which is that of the chain. Lines that a crash cut off are left out: the table has them. */
export async function* readCheckpointFile(dataDir: string): AsyncGenerator<Checkpoint> {
  if (!existsSync(fileOf(dataDir))) return;
  const lines = createInterface({ input: createReadStream(fileOf(dataDir)), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const text of lines) {
    const checkpoint = parse(text);
    if (checkpoint !== null) yield checkpoint;
  }
}

function parse(text: string): Checkpoint | null {
  try {
    return line.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
