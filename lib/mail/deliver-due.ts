import 'server-only';
import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { mails, shareLinks, tenants } from '@/lib/db/schema';
import { env } from '@/lib/env';
import { type SmtpSettings, sendMail } from '@/lib/mail/send-mail';
import { fillShareLinks, shareLinksIn } from '@/lib/mail/share-placeholder';
import { sharePath, signShareToken } from '@/lib/share/token';

const minuteMs = 60_000;
/** A sender that died holds its mail up for so long. */
const claimMs = 2 * minuteMs;
/** Pauses after the first failed tries; after the last one it is given up, about a day later. */
const pausesMs = [1, 5, 15, 60, 180, 480, 720].map((minutes) => minutes * minuteMs);

/**
 * Sends the e-mail that is due the longest, at least once: it is claimed before and noted afterwards, so what a crash interrupts is sent again.
 *
 * @returns false when none is due
 */
export async function deliverDue(ctx: Context, smtp: SmtpSettings): Promise<boolean> {
  const now = ctx.now();
  const due = ctx.db
    .select({ id: mails.id })
    .from(mails)
    .where(lte(mails.nextTryAt, now))
    .orderBy(asc(mails.nextTryAt))
    .limit(1)
    .for('update', { skipLocked: true });
  const [mail] = await ctx.db
    .update(mails)
    .set({ nextTryAt: new Date(now.getTime() + claimMs), tries: sql`${mails.tries} + 1` })
    .where(sql`${mails.id} = (${due})`)
    .returning();
  if (mail === undefined) return false;
  if (!(await isStillTheirs(ctx, mail))) {
    await ctx.db
      .update(mails)
      .set({ nextTryAt: null, failure: 'The tenant is gone, or its contact is another one.' })
      .where(eq(mails.id, mail.id));
    return true;
  }
  const text = await withLinks(ctx, mail);
  const sent = await sendMail(smtp, { id: mail.id, to: mail.recipient, subject: mail.subject, text });
  await ctx.db.transaction(async (tx) => {
    const pauseMs = sent.ok || sent.permanent ? undefined : pausesMs[mail.tries - 1];
    const after = { mail: mail.id, to: mail.recipient, subject: mail.subject, tries: mail.tries };
    const about = { resourceId: mail.tenantSlug ?? mail.recipient, tenantSlug: mail.tenantSlug, after };
    const inside = { ...ctx, db: tx };
    const set = sent.ok
      ? { sentAt: ctx.now(), nextTryAt: null, failure: null }
      : { failure: sent.sentence, nextTryAt: pauseMs === undefined ? null : new Date(ctx.now().getTime() + pauseMs) };
    await tx.update(mails).set(set).where(eq(mails.id, mail.id));
    if (sent.ok) await recordEvent(inside, { action: 'mail.sent', ...about });
    // Tries that are repeated are no news; that it is given up is.
    else if (pauseMs === undefined)
      await recordEvent(inside, { action: 'mail.failed', ...about }, { result: 'failed', message: sent.sentence });
  });
  return true;
}

type Mail = typeof mails.$inferSelect;

/** Between writing and sending the tenant may have gone, or have got another contact. */
async function isStillTheirs({ db }: Context, { tenantSlug, recipient, createdAt }: Mail): Promise<boolean> {
  if (tenantSlug === null) return true;
  const [tenant] = await db.select().from(tenants).where(eq(tenants.slug, tenantSlug));
  return tenant !== undefined && tenant.contactEmail === recipient && tenant.createdAt <= createdAt;
}

/** Tokens are made when the e-mail goes out: the outbox has none. */
async function withLinks({ db }: Context, { text, tenantSlug }: Mail): Promise<string> {
  const hrefs = new Map<string, string>();
  for (const id of shareLinksIn(text)) {
    // A tenant's name is free text, and may look like the place of somebody else's link.
    const [link] = await db
      .select({ id: shareLinks.id, expiresAt: shareLinks.expiresAt })
      .from(shareLinks)
      .innerJoin(tenants, eq(tenants.id, shareLinks.tenantId))
      .where(and(eq(shareLinks.id, id), eq(tenants.slug, tenantSlug ?? ''), isNull(shareLinks.revokedAt)));
    if (link !== undefined) hrefs.set(id, new URL(sharePath(signShareToken(link)), consoleUrl()).href);
  }
  return fillShareLinks(text, (id) => hrefs.get(id) ?? null);
}

/** Where people reach the console, as far as it knows. */
function consoleUrl(): string {
  const { publicUrl, port } = env();
  return publicUrl ?? `http://localhost:${port}`;
}
