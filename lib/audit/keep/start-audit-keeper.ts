import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Context } from '@/lib/context';
import { whileLeased } from '@/lib/db/while-leased';
import { startLoop } from '@/lib/worker/start-loop';
import { openSigningKey, type SigningKey } from '../chain/signing-key';
import { writeCheckpoint } from '../chain/write-checkpoint';
import { recordEvent } from '../record-event';
import { retain } from './retain';
import { type AuditSettings, readAuditSettings, writeAuditSetting } from './settings';
import { verifyAndKeep } from './verify';
import { onWakeAuditWorkers } from './wake';

const dayMs = 86_400_000;

interface Options {
  getContext: () => Promise<Context>;
  log: Pick<Logger, 'warn'>;
  dataDir: string;
  /** How often it looks whether somebody asked for something. */
  tickMs?: number;
  checkpointEveryMs?: number;
}

/**
 * Keeps the audit log trustworthy: signs its head once a minute when it moved, verifies all of it once a day and when asked, and
 * removes what the policy says. Of several processes one does each of it.
 */
export function startAuditKeeper({ getContext, log, dataDir, tickMs = 5_000, checkpointEveryMs = 60_000 }: Options): {
  stop(): Promise<void>;
} {
  const owner = randomUUID();
  let key: SigningKey | null = null;
  let nextCheckpointAt = 0;

  async function ownKey(ctx: Context): Promise<SigningKey> {
    if (key !== null) return key;
    const opened = openSigningKey(dataDir);
    if (opened.made) {
      const after = { keyId: opened.id, publicPem: opened.publicPem };
      await recordEvent(ctx, { action: 'audit.key-created', resourceId: 'audit log', after });
    }
    key = opened;
    return key;
  }

  async function sign(ctx: Context): Promise<void> {
    const own = await ownKey(ctx);
    const done = await writeCheckpoint(ctx.db, { key: own, dataDir, now: ctx.now() });
    const known = (await readAuditSettings(ctx.db))['audit.signing'];
    const otherKeyId = done.kind === 'other-key' ? done.keyId : null;
    if (done.kind !== 'nothing-new' && (known?.keyId !== own.id || known.otherKeyId !== otherKeyId)) {
      await writeAuditSetting(ctx, 'audit.signing', { keyId: own.id, otherKeyId });
    }
    if (done.kind !== 'broken') return;
    const verified = (await readAuditSettings(ctx.db))['audit.verification']?.verdict;
    // Said once: a broken chain stays broken.
    if (verified?.whole !== false) await verifyAndKeep(ctx, { dataDir, by: 'Gatehouse' });
  }

  async function pass(stopping: AbortSignal): Promise<number> {
    const ctx = await getContext();
    const state = await readAuditSettings(ctx.db);
    const now = ctx.now().getTime();
    const asked = state['audit.verification-asked'];
    const due = {
      sign: Date.now() >= nextCheckpointAt,
      verify: asked !== undefined || isDue(state['audit.verification']?.finishedAt, now),
      retain: state['audit.retention'] !== undefined && isDue(state['audit.pruned']?.at, now),
    };
    if (!due.sign && !due.verify && !due.retain) return tickMs;
    await whileLeased(ctx, { key: 'audit.keeper.lease', owner }, async () => {
      if (due.sign) {
        // The panel tells the age of the last checkpoint; the rest goes on without the key.
        await sign(ctx).catch((error) => log.warn({ err: error }, 'the head of the audit log is not signed'));
        nextCheckpointAt = Date.now() + checkpointEveryMs;
      }
      if (due.retain) await retainBy(ctx, state);
      if (due.verify) {
        const correlated = { ...ctx, correlationId: asked?.correlationId ?? null };
        await verifyAndKeep(correlated, { dataDir, by: asked?.by ?? 'Gatehouse', stopping });
      }
    });
    return tickMs;
  }

  async function retainBy(ctx: Context, state: Partial<AuditSettings>): Promise<void> {
    const days = state['audit.retention']?.days;
    if (days !== undefined) await retain(ctx, { key: await ownKey(ctx), days });
  }

  return startLoop(pass, { log, what: 'the care of the audit log', onWake: onWakeAuditWorkers });
}

const isDue = (last: string | null | undefined, now: number) => last == null || now - Date.parse(last) >= dayMs;
