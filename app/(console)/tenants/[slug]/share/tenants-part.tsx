import { CustomersPart } from '@/components/tenants/page/customers-part';
import { env } from '@/lib/env';
import { listMails } from '@/lib/mail/list-mails';
import { getDb } from '@/lib/runtime';
import { listShareLinks } from '@/lib/share/list-links';
import type { TenantView } from '@/lib/tenants/model';
import { createShareLinkAction, revokeShareLinkAction, sendRecordsMailAction } from './actions';

/** What the tenant itself sees and gets: the links to its page, and the e-mails. */
export async function TenantsPart({ tenant, mayShare, now }: { tenant: TenantView; mayShare: boolean; now: number }) {
  const db = await getDb();
  const [links, mails] = await Promise.all([
    listShareLinks(db, tenant.slug, { now: new Date(now), withPaths: mayShare }),
    listMails(db, tenant.slug),
  ]);
  const staying = tenant.removalRequestedAt === null;
  return (
    <CustomersPart
      slug={tenant.slug}
      contactEmail={tenant.contactEmail}
      links={links}
      mails={mails}
      publicUrl={env().publicUrl}
      canMail={env().smtp !== null}
      now={now}
      actions={
        mayShare && staying
          ? { create: createShareLinkAction, revoke: revokeShareLinkAction, send: sendRecordsMailAction }
          : null
      }
    />
  );
}
