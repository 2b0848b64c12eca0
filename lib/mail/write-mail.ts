import 'server-only';
import type { Context } from '@/lib/context';
import { mails } from '@/lib/db/schema';

export interface NewMail {
  /** What it is about; the same key is never written twice. */
  key: string;
  tenantSlug: string | null;
  recipient: string;
  subject: string;
  /** May hold share links by their placeholder. */
  text: string;
}

/** Puts an e-mail into the outbox; the mailer sends it. False when one with this key is there already. */
export async function writeMail({ db, now }: Pick<Context, 'db' | 'now'>, mail: NewMail): Promise<boolean> {
  const at = now();
  const written = await db
    .insert(mails)
    .values({ ...mail, createdAt: at, nextTryAt: at })
    .onConflictDoNothing({ target: mails.key })
    .returning({ id: mails.id });
  return written.length > 0;
}
