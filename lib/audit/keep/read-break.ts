import 'server-only';
import type { Db } from '@/lib/db/db';
import type { Break } from '../chain/verdict';
import { readAuditSettings } from './settings';

/** What the last verification found wrong, for the overview; null when the log is whole or wasn't verified yet. */
export async function readBreak(db: Db): Promise<{ broken: Break; at: string } | null> {
  const { verdict, finishedAt } = (await readAuditSettings(db))['audit.verification'] ?? {};
  return verdict?.whole === false && finishedAt != null ? { broken: verdict.broken, at: finishedAt } : null;
}
