import 'server-only';
import { desc } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { auditChain, auditCheckpoints, auditTombstones } from '@/lib/db/schema';
import type { AuditState } from '../state';
import { readAuditSettings } from './settings';

/** How the audit log is: for its panel, and for the short line on other pages. Never the webhook's secret. */
export async function readAuditState(db: Db): Promise<AuditState> {
  const [settings, [head], [checkpoint], [tombstone]] = await Promise.all([
    readAuditSettings(db),
    db.select().from(auditChain).orderBy(desc(auditChain.seq)).limit(1),
    db.select().from(auditCheckpoints).orderBy(desc(auditCheckpoints.seq)).limit(1),
    db.select().from(auditTombstones).orderBy(desc(auditTombstones.seq)).limit(1),
  ]);
  const removed = tombstone?.seq ?? 0;
  const seq = head?.seq ?? removed;
  const webhook = settings['audit.webhook'];
  const delivery = settings['audit.webhook-state'];
  const signing = settings['audit.signing'];
  const verification = settings['audit.verification'];
  return {
    rows: seq - removed,
    head: head === undefined ? null : { seq, hash: head.hash },
    checkpoint: checkpoint === undefined ? null : { seq: checkpoint.seq, at: checkpoint.at.toISOString() },
    keyId: signing?.keyId ?? null,
    otherKeyId: signing?.otherKeyId ?? null,
    removed: tombstone === undefined ? null : { seq: removed, until: tombstone.until.toISOString() },
    asked: settings['audit.verification-asked']?.by ?? null,
    running: verification?.running ?? null,
    last:
      verification?.verdict && verification.finishedAt !== null
        ? { verdict: verification.verdict, at: verification.finishedAt, by: verification.by ?? 'Gatehouse' }
        : null,
    failure: verification?.failure ?? null,
    keepDays: settings['audit.retention']?.days ?? null,
    pruned: settings['audit.pruned'] ?? null,
    webhook:
      webhook === undefined
        ? null
        : {
            url: webhook.url,
            enabled: webhook.enabled,
            behind: Math.max(0, seq - (settings['audit.webhook-cursor']?.seq ?? seq)),
            deliveredAt: delivery?.deliveredAt ?? null,
            failures: delivery?.failures ?? 0,
            error: delivery?.error ?? null,
            fix: delivery?.fix ?? null,
            nextTryAt: delivery?.nextTryAt ?? null,
          },
  };
}
