import 'server-only';
import { desc } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { auditChain, auditCheckpoints } from '@/lib/db/schema';
import { appendToCheckpointFile } from './checkpoint-file';
import { type Checkpoint, checkpointText } from './signed';
import { readKnownKeys, type SigningKey } from './signing-key';
import type { Break } from './verdict';
import { verifyChain } from './verify-chain';

export type CheckpointOutcome =
  | { kind: 'written'; checkpoint: Checkpoint }
  | { kind: 'nothing-new' }
  /** Another console signs, with a key that is not known here. */
  | { kind: 'other-key'; keyId: string }
  /** What was written since the last checkpoint is not whole, so nothing vouches for it. */
  | { kind: 'broken'; broken: Break };

/**
 * Signs the head of the chain if it moved since the last checkpoint, after having looked at all that was written since. The checkpoint
 * goes into the table, and then into the data directory.
 */
export async function writeCheckpoint(
  db: Db,
  { key, dataDir, now }: { key: SigningKey; dataDir: string; now: Date },
): Promise<CheckpointOutcome> {
  const [last] = await db.select().from(auditCheckpoints).orderBy(desc(auditCheckpoints.seq)).limit(1);
  const [head] = await db.select().from(auditChain).orderBy(desc(auditChain.seq)).limit(1);
  if (head === undefined || head.seq === 0 || head.seq === last?.seq) return { kind: 'nothing-new' };
  const keys = readKnownKeys(dataDir);
  if (last !== undefined && !keys.has(last.keyId)) return { kind: 'other-key', keyId: last.keyId };
  const verdict = await verifyChain(db, { keys, ...(last === undefined ? {} : { since: last.seq }) });
  if (!verdict.whole) return { kind: 'broken', broken: verdict.broken };
  const unsigned = { seq: head.seq, hash: head.hash, at: now, keyId: key.id };
  const checkpoint = { ...unsigned, signature: key.sign(checkpointText(unsigned)) };
  const [written] = await db.insert(auditCheckpoints).values(checkpoint).onConflictDoNothing().returning();
  if (written === undefined) return { kind: 'nothing-new' };
  appendToCheckpointFile(dataDir, checkpoint);
  return { kind: 'written', checkpoint };
}
