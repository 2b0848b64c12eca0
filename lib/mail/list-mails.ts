import 'server-only';
import { and, desc, eq, gte } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { mails, tenants } from '@/lib/db/schema';
import type { MailView } from '@/lib/mail/model';

const most = 5;

/** The last e-mails to a tenant, the newest first. */
export async function listMails(db: Db, tenantSlug: string): Promise<MailView[]> {
  const rows = await db
    .select({ mail: mails })
    .from(mails)
    // Not those to a former tenant of the same slug.
    .innerJoin(tenants, and(eq(tenants.slug, mails.tenantSlug), gte(mails.createdAt, tenants.createdAt)))
    .where(eq(mails.tenantSlug, tenantSlug))
    .orderBy(desc(mails.createdAt))
    .limit(most);
  return rows.map(({ mail: row }) => ({
    id: row.id,
    createdAt: row.createdAt.toISOString(),
    recipient: row.recipient,
    subject: row.subject,
    state: row.sentAt !== null ? 'sent' : row.nextTryAt === null ? 'failed' : 'waiting',
    failure: row.failure,
  }));
}
