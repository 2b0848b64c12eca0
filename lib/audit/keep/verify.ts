import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '@/lib/context';
import { log } from '@/lib/log';
import { readCheckpointFile } from '../chain/checkpoint-file';
import { readKnownKeys } from '../chain/signing-key';
import type { Verdict } from '../chain/verdict';
import { verifyChain } from '../chain/verify-chain';
import { recordEvent } from '../record-event';
import { type AuditSettings, readAuditSettings, removeAuditSetting, writeAuditSetting } from './settings';

const progressEveryMs = 1_000;
/** It runs in the console's own process: short batches with pauses leave most of the time to requests. */
const batch = 200;
const pauseMs = 10;
const resourceId = 'audit log';
const never = { verdict: null, finishedAt: null, by: null, running: null, failure: null };

/**
 * Verifies the whole log, keeps progress and result for the panel, and writes both into the log. A broken chain is an event of its own,
 * once.
 *
 * @throws when the log can't be read; the panel says so, too
 */
export async function verifyAndKeep(
  ctx: Context,
  { dataDir, by, stopping }: { dataDir: string; by: string; stopping?: AbortSignal },
): Promise<Verdict> {
  const before = (await readAuditSettings(ctx.db))['audit.verification'] ?? never;
  const startedAt = ctx.now().toISOString();
  let told = 0;
  const tell = (running: AuditSettings['audit.verification']['running']) =>
    writeAuditSetting(ctx, 'audit.verification', { ...before, running, failure: null });
  try {
    await tell({ startedAt, by, rows: 0, total: 0 });
    const verdict = await verifyChain(ctx.db, {
      keys: readKnownKeys(dataDir),
      file: readCheckpointFile(dataDir),
      batch,
      onProgress: async ({ rows, total }) => {
        await sleep(pauseMs);
        stopping?.throwIfAborted();
        if (Date.now() - told < progressEveryMs) return;
        told = Date.now();
        await tell({ startedAt, by, rows, total });
      },
    });
    await keep(ctx, verdict, by, before.verdict);
    return verdict;
  } catch (error) {
    const failure = stopping?.aborted
      ? 'The console was stopped before it was done.'
      : 'The log could not be read; the log of the process has the details.';
    await writeAuditSetting(ctx, 'audit.verification', { ...before, running: null, failure });
    if (!stopping?.aborted) await removeAuditSetting(ctx, 'audit.verification-asked');
    throw error;
  }
}

async function keep(ctx: Context, verdict: Verdict, by: string, before: Verdict | null): Promise<void> {
  const finishedAt = ctx.now().toISOString();
  const { rows, from, to } = verdict;
  const broken = verdict.whole ? null : verdict.broken;
  const known = before !== null && !before.whole && broken !== null && sameBreak(before.broken, broken);
  await ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx };
    await recordEvent(
      inside,
      { action: 'audit.verified', resourceId, after: { whole: verdict.whole, rows, from, to } },
      broken === null ? {} : { result: 'failed', message: broken.sentence },
    );
    if (broken !== null && !known) {
      await recordEvent(
        inside,
        { action: 'audit.chain-broken', resourceId, after: broken },
        { result: 'failed', message: broken.sentence },
      );
    }
    await writeAuditSetting(inside, 'audit.verification', { verdict, finishedAt, by, running: null, failure: null });
    await removeAuditSetting(inside, 'audit.verification-asked');
  });
  if (broken !== null) log.error({ broken }, 'the chain of the audit log is broken');
}

function sameBreak(one: { seq: number | null; eventId: number | null }, other: typeof one): boolean {
  return one.seq === other.seq && one.eventId === other.eventId;
}
