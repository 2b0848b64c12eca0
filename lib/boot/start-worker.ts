import 'server-only';
import { startAuditKeeper } from '@/lib/audit/keep/start-audit-keeper';
import { startAuditStreams } from '@/lib/audit/stream/start-audit-streams';
import { startBatchRunner } from '@/lib/batches/start-batch-runner';
import { startCertificateWatch } from '@/lib/certificates/watch/start-certificate-watch';
import { startChangeApplier } from '@/lib/changes/start-change-applier';
import { startConnectionWatch } from '@/lib/connection/start-connection-watch';
import type { Context } from '@/lib/context';
import { startReconciler } from '@/lib/domains/loop';
import { env } from '@/lib/env';
import { startInventorySync } from '@/lib/inventory/start-inventory-sync';
import { log } from '@/lib/log';
import { startMailer } from '@/lib/mail/start-mailer';
import { startHeartbeat } from './heartbeat';

/**
 * Starts what works by itself: the inventory sync, the domain reconciler, the watch over certificates, the applier of change sets, the queue of
 * batches, the watch over the connection, the care of the audit log, the e-mails and the heartbeat that /api/health reads.
 * Replicas may all run one; leases in the rows of domains and change sets keep them apart.
 */
export function startWorker(getContext: () => Promise<Context>): { stop(): Promise<void> } {
  const { dataDir, authSecret, auditStdout, smtp } = env();
  const print = auditStdout ? (line: string) => void process.stdout.write(`${line}\n`) : null;
  const parts = [
    startInventorySync({ getContext, log }),
    startReconciler({ getContext, log }),
    startCertificateWatch({ getContext, log }),
    startChangeApplier({ getContext, log }),
    startBatchRunner({ getContext, log }),
    // The sandbox allows everything, unless somebody has just told it not to.
    startConnectionWatch({ getContext, log, preflight: env().target !== 'sandbox' }),
    startAuditKeeper({ getContext, log, dataDir }),
    startAuditStreams({ getContext, log, authSecret, print }),
    ...(smtp === null ? [] : [startMailer({ getContext, log, smtp })]),
    startHeartbeat({ getContext, log }),
  ];
  return {
    async stop() {
      await Promise.all(parts.map((part) => part.stop()));
    },
  };
}
