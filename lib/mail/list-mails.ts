import 'server-only';
import { desc, eq } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { mails } from '@/lib/db/schema';
import type { MailView } from '@/lib/mail/model';

const most = 5;

/** The last e-mails to a tenant, the newest first. */
export async function listMails(db: Db, tenantSlug: string): Promise<MailView[]> {
  const rows = await db
    .select()
    .from(mails)
    .where(eq(mails.tenantSlug, tenantSlug))
    .orderBy(desc(mails.createdAt))
    .limit(most);
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.createdAt.toISOString(),
    recipient: row.recipient,
    subject: row.subject,
    state: row.sentAt !== null ? 'sent' : row.nextTryAt === null ? 'failed' : 'waiting',
    failure: row.failure,
  }));
}
