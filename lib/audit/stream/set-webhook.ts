import 'server-only';
import { randomBytes } from 'node:crypto';
import type { Context } from '@/lib/context';
import { ExpectedError } from '@/lib/errors';
import type { AddressGuard } from '@/lib/net/address-guard';
import { audited } from '../audited';
import { lockAuditSettings, readAuditSettings, removeAuditSetting, writeAuditSetting } from '../keep/settings';
import { wakeAuditWorkers } from '../keep/wake';
import { recordEvent } from '../record-event';
import { post } from './post';
import { readHead } from './read-after';
import { openSecret, sealSecret, unreadableSecret } from './seal-secret';

const resourceId = 'audit log';

/** 256 bits; the prefix lets scanners for leaked secrets know it. */
const newSecret = () => `ghwh_${randomBytes(32).toString('base64url')}`;

/**
 * Sets where the log is streamed to, and whether. The first time a secret is made, which is shown only now; rows from now on are sent.
 *
 * @returns the secret, if one was made
 */
export async function setWebhook(
  ctx: Context,
  { url, enabled }: { url: string; enabled: boolean },
  authSecret: string,
): Promise<{ secret: string | null }> {
  const made = await ctx.db.transaction(async (tx) => {
    await lockAuditSettings(tx);
    const inside = { ...ctx, db: tx };
    const { 'audit.webhook': before } = await readAuditSettings(tx);
    if (before?.url === url && before.enabled === enabled) return null;
    const secret = before === undefined ? newSecret() : null;
    const sealed = secret === null ? (before?.secret ?? '') : sealSecret(secret, authSecret);
    await writeAuditSetting(inside, 'audit.webhook', { url, enabled, secret: sealed });
    await removeAuditSetting(inside, 'audit.webhook-state');
    // Another receiver has no use for what the former one missed.
    if (before?.url !== url) await writeAuditSetting(inside, 'audit.webhook-cursor', { seq: await readHead(tx) });
    await recordEvent(inside, {
      action: 'audit.stream-changed',
      resourceId,
      before: { url: before?.url ?? null, enabled: before?.enabled ?? false },
      after: { url, enabled },
    });
    return secret;
  });
  wakeAuditWorkers();
  return { secret: made };
}

/**
 * Makes a new secret, which is shown only now; the former one ends at once.
 *
 * @throws ExpectedError `not-found` when no webhook is set
 */
export async function renewWebhookSecret(ctx: Context, authSecret: string): Promise<{ secret: string }> {
  const secret = newSecret();
  await ctx.db.transaction(async (tx) => {
    await lockAuditSettings(tx);
    const inside = { ...ctx, db: tx };
    const webhook = required((await readAuditSettings(tx))['audit.webhook']);
    await writeAuditSetting(inside, 'audit.webhook', { ...webhook, secret: sealSecret(secret, authSecret) });
    await removeAuditSetting(inside, 'audit.webhook-state');
    await recordEvent(inside, { action: 'audit.stream-secret-created', resourceId });
  });
  wakeAuditWorkers();
  return { secret };
}

/**
 * Sends one event of the type `test`.
 *
 * @throws ExpectedError `not-found` when no webhook is set; `conflict` with what the receiver answered
 */
export async function testWebhook(ctx: Context, authSecret: string, guard?: AddressGuard): Promise<{ status: number }> {
  const webhook = required((await readAuditSettings(ctx.db))['audit.webhook']);
  const secret = openSecret(webhook.secret, authSecret);
  if (secret === null) {
    throw new ExpectedError('conflict', unreadableSecret.sentence, { fix: unreadableSecret.fix });
  }
  return audited(ctx, { action: 'audit.stream-tested', resourceId, after: { url: webhook.url } }, async () => {
    const id = `test-${randomBytes(6).toString('hex')}`;
    const body = JSON.stringify({ type: 'test', id, events: [] });
    const posted = await post(
      { url: webhook.url, secret },
      { id, body },
      { now: ctx.now(), ...(guard ? { guard } : {}) },
    );
    if (posted.ok) return { status: posted.status };
    throw new ExpectedError('conflict', posted.sentence, {
      fix: posted.fix ?? 'Look at the receiver and its address.',
    });
  });
}

function required<T>(webhook: T | undefined): T {
  if (webhook !== undefined) return webhook;
  throw new ExpectedError('not-found', 'No webhook is set.', { fix: 'Save its address first.' });
}
