import 'server-only';
import { and, eq, isNotNull, isNull, like } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { domains, mails, tenants } from '@/lib/db/schema';
import { readDomainSettings } from '@/lib/domains/settings/read-settings';
import { composeMail } from '@/lib/mail/compose';
import { dueReminders } from '@/lib/mail/due-reminders';
import { linkForMail } from '@/lib/mail/link-for-mail';
import { openDomainsOf } from '@/lib/mail/open-domains';
import { sharePlaceholder } from '@/lib/mail/share-placeholder';
import { writeMail } from '@/lib/mail/write-mail';

/** Writes the reminders that are due, at most one a tenant and day; none unless they are switched on. Returns how many. */
export async function writeReminders(ctx: Context): Promise<number> {
  if (!(await readDomainSettings(ctx.db)).reminders) return 0;
  const waiting = await ctx.db
    .selectDistinct({ id: tenants.id, slug: tenants.slug, name: tenants.name, contactEmail: tenants.contactEmail })
    .from(tenants)
    .innerJoin(domains, eq(domains.tenantId, tenants.id))
    .where(
      and(
        eq(domains.headline, 'Waiting for tenant'),
        eq(domains.intent, 'present'),
        isNotNull(tenants.contactEmail),
        isNull(tenants.removalRequestedAt),
      ),
    );
  let written = 0;
  for (const tenant of waiting) if (await remind(ctx, tenant)) written += 1;
  return written;
}

interface Tenant {
  id: string;
  slug: string;
  name: string;
  contactEmail: string | null;
}

async function remind(ctx: Context, tenant: Tenant): Promise<boolean> {
  const { id, slug, name, contactEmail: recipient } = tenant;
  if (recipient === null) return false;
  return ctx.db.transaction(async (tx) => {
    // One replica at a time: the day's reminder is looked for and written under the tenant's lock.
    await tx.select({ id: tenants.id }).from(tenants).where(eq(tenants.id, id)).for('update');
    const inside = { ...ctx, db: tx };
    const open = await openDomainsOf(tx, id);
    const prefix = `reminder/${id}/`;
    const before = await tx
      .select({ key: mails.key, createdAt: mails.createdAt })
      .from(mails)
      .where(like(mails.key, `${prefix}%`));
    const moments = new Set(before.flatMap(({ key }) => key.slice(prefix.length).split(',')));
    const lastAt = before.reduce<Date | null>(
      (last, { createdAt }) => (last === null || createdAt > last ? createdAt : last),
      null,
    );
    const due = dueReminders(open, { moments, lastAt }, ctx.now());
    if (due.length === 0) return false;
    const link = sharePlaceholder(await linkForMail(inside, tenant));
    const letter = composeMail({ tenantName: name, domains: open, link, reminder: true });
    return writeMail(inside, { key: `${prefix}${due.join(',')}`, tenantSlug: slug, recipient, ...letter });
  });
}
