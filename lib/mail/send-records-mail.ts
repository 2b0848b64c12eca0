import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, count, eq, gte, like, max } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { mails } from '@/lib/db/schema';
import { env } from '@/lib/env';
import { ExpectedError } from '@/lib/errors';
import { composeMail } from '@/lib/mail/compose';
import { linkForMail } from '@/lib/mail/link-for-mail';
import { openDomainsOf } from '@/lib/mail/open-domains';
import { sharePlaceholder } from '@/lib/mail/share-placeholder';
import { writeMail } from '@/lib/mail/write-mail';
import { findTenant } from '@/lib/tenants/find-tenant';

/**
 * Writes to a tenant's contact now, with the share link and the records that are left.
 *
 * @throws ExpectedError `not-found`; `conflict` without a mail server, a contact, or while the tenant is being removed
 */
export async function sendRecordsMail(
  ctx: Context,
  slug: string,
  smtp: object | null = env().smtp,
): Promise<{ recipient: string }> {
  const tenant = await findTenant(ctx.db, slug, { staying: true });
  if (smtp === null) {
    throw new ExpectedError('conflict', 'No mail server is set, so nothing was sent.', {
      fix: 'Set GATEHOUSE_SMTP_URL and GATEHOUSE_MAIL_FROM, or copy the link and the text.',
    });
  }
  const { contactEmail: recipient, name: tenantName } = tenant;
  if (recipient === null) {
    throw new ExpectedError('conflict', `${tenantName} has no contact, so nothing was sent.`, {
      fix: 'Enter the contact e-mail first.',
    });
  }
  await requirePause(ctx, slug);
  const link = sharePlaceholder(await linkForMail(ctx, tenant));
  const domains = await openDomainsOf(ctx.db, tenant.id);
  const letter = composeMail({ tenantName, domains, link, reminder: false });
  await writeMail(ctx, { key: `now/${randomUUID()}`, tenantSlug: slug, recipient, ...letter });
  return { recipient };
}

const pauseMs = 60_000;
const dayMs = 86_400_000;
const mostADay = 10;

/** Nobody's mailbox is filled by hand. */
async function requirePause(ctx: Context, slug: string): Promise<void> {
  const now = ctx.now().getTime();
  const [asked] = await ctx.db
    .select({ today: count(), last: max(mails.createdAt) })
    .from(mails)
    .where(and(eq(mails.tenantSlug, slug), like(mails.key, 'now/%'), gte(mails.createdAt, new Date(now - dayMs))));
  if (asked === undefined || asked.last === null) return;
  if (now - asked.last.getTime() < pauseMs)
    throw new ExpectedError('conflict', 'An e-mail to them was written a moment ago.', { fix: 'Wait a minute.' });
  if (asked.today >= mostADay)
    throw new ExpectedError('conflict', `${mostADay} e-mails were written to them since yesterday.`, {
      fix: 'Copy the link and the text instead.',
    });
}
