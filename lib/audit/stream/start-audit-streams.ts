import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Context } from '@/lib/context';
import { whileLeased } from '@/lib/db/while-leased';
import type { AddressGuard } from '@/lib/net/address-guard';
import { startLoop } from '@/lib/worker/start-loop';
import { type AuditSettings, readAuditSettings, writeAuditSetting } from '../keep/settings';
import { onWakeAuditWorkers } from '../keep/wake';
import { post } from './post';
import { readAfter, readHead } from './read-after';
import { openSecret, unreadableSecret } from './seal-secret';

const batch = 100;

interface Options {
  getContext: () => Promise<Context>;
  log: Pick<Logger, 'warn'>;
  authSecret: string;
  /** Prints each row as one line of JSON; null: not wanted. */
  print: ((line: string) => void) | null;
  tickMs?: number;
  /** Pause after the first failure; it doubles with each further one, up to the longest. */
  firstPauseMs?: number;
  longestPauseMs?: number;
  /** Says which addresses the webhook may lead to; the process's own by default. */
  guard?: AddressGuard;
}

const fresh = { deliveredAt: null, failures: 0, error: null, fix: null, nextTryAt: null };

/**
 * Hands the rows on in the order of the chain, each at least once: to the webhook, and to the standard output. The place reached is
 * written down only after a batch was taken, so what a crash or an outage interrupts is sent again.
 */
export function startAuditStreams(options: Options): { stop(): Promise<void> } {
  const {
    getContext,
    log,
    authSecret,
    print,
    tickMs = 2_000,
    firstPauseMs = 1_000,
    longestPauseMs = 5 * 60_000,
    guard,
  } = options;
  const owner = randomUUID();

  async function deliver(stopping: AbortSignal): Promise<number> {
    const ctx = await getContext();
    const settings = await readAuditSettings(ctx.db);
    const webhook = settings['audit.webhook'];
    if (webhook === undefined || !webhook.enabled) return tickMs;
    const waitMs = Date.parse(settings['audit.webhook-state']?.nextTryAt ?? '') - ctx.now().getTime();
    if (waitMs > 0) return Math.min(waitMs, tickMs);
    const cursor = settings['audit.webhook-cursor']?.seq;
    if (cursor !== undefined && cursor >= (await readHead(ctx.db))) return tickMs;
    await whileLeased(ctx, { key: 'audit.webhook.lease', owner }, () => deliverAll(ctx, webhook, stopping));
    return tickMs;
  }

  async function deliverAll(ctx: Context, webhook: AuditSettings['audit.webhook'], stopping: AbortSignal) {
    let seq = (await readAuditSettings(ctx.db))['audit.webhook-cursor']?.seq ?? (await readHead(ctx.db));
    let state = (await readAuditSettings(ctx.db))['audit.webhook-state'] ?? fresh;
    while (!stopping.aborted) {
      const events = await readAfter(ctx.db, seq, batch);
      const last = events.at(-1);
      if (last === undefined) return;
      const id = `${events[0]?.seq}-${last.seq}`;
      const secret = openSecret(webhook.secret, authSecret);
      const posted =
        secret === null
          ? unreadableSecret
          : await post(
              { url: webhook.url, secret },
              { id, body: JSON.stringify({ type: 'audit-events', id, events }) },
              { now: ctx.now(), stopping, ...(guard ? { guard } : {}) },
            );
      if (stopping.aborted && !posted.ok) return;
      // Turned off, or led elsewhere, while this one was on its way.
      const now = (await readAuditSettings(ctx.db))['audit.webhook'];
      if (!now?.enabled || now.url !== webhook.url || now.secret !== webhook.secret) return;
      if (posted.ok) {
        seq = last.seq;
        state = { ...fresh, deliveredAt: ctx.now().toISOString() };
        await writeAuditSetting(ctx, 'audit.webhook-cursor', { seq });
        await writeAuditSetting(ctx, 'audit.webhook-state', state);
        continue;
      }
      const pauseMs = Math.min(firstPauseMs * 2 ** Math.min(state.failures, 12), longestPauseMs);
      const nextTryAt = new Date(ctx.now().getTime() + pauseMs).toISOString();
      await writeAuditSetting(ctx, 'audit.webhook-state', {
        ...state,
        failures: state.failures + 1,
        error: posted.sentence,
        fix: posted.fix,
        nextTryAt,
      });
      return;
    }
  }

  async function printAll(write: (line: string) => void, stopping: AbortSignal): Promise<number> {
    const ctx = await getContext();
    const known = (await readAuditSettings(ctx.db))['audit.stdout-cursor']?.seq;
    const head = await readHead(ctx.db);
    if (known !== undefined && known >= head) return tickMs;
    await whileLeased(ctx, { key: 'audit.stdout.lease', owner }, async () => {
      let seq = (await readAuditSettings(ctx.db))['audit.stdout-cursor']?.seq ?? 0;
      while (!stopping.aborted) {
        const rows = await readAfter(ctx.db, seq, batch);
        const last = rows.at(-1);
        if (last === undefined) return;
        for (const row of rows) write(JSON.stringify({ type: 'audit-event', ...row }));
        seq = last.seq;
        await writeAuditSetting(ctx, 'audit.stdout-cursor', { seq });
      }
    });
    return tickMs;
  }

  const loops = [
    startLoop(deliver, { log, what: 'the webhook of the audit log', onWake: onWakeAuditWorkers }),
    ...(print === null
      ? []
      : [
          startLoop((stopping) => printAll(print, stopping), {
            log,
            what: 'printing the audit log',
            onWake: onWakeAuditWorkers,
          }),
        ]),
  ];
  return {
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}
