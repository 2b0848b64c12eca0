import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { AutoRefresh } from '@/components/share/auto-refresh';
import { ShareFrame } from '@/components/share/share-frame';
import { SharedDomainCard } from '@/components/share/shared-domain-card';
import { EmptyState } from '@/components/ui/empty-state';
import { formatAbsoluteTime } from '@/components/ui/format-relative-time';
import { clientIp } from '@/lib/auth/client-ip';
import { getContext, getDb } from '@/lib/runtime';
import { findShareLink, noteOpened } from '@/lib/share/find-link';
import { takeView } from '@/lib/share/limits';
import { readShare } from '@/lib/share/read-share';
import { checkSharedDomainAction } from './actions';

export const metadata: Metadata = {
  title: { absolute: 'Your domain' },
  description: 'What is left to do for your domain',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
};

/** A tenant's own part, for who has the link: outside of the console, without a session. */
export default async function SharePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const ip = clientIp(await headers());
  const db = await getDb();
  if (!(await takeView(db, ip))) {
    return (
      <ShareFrame title="One moment, please">
        <EmptyState icon="clock" title="This page was opened very often just now.">
          Wait a minute, then load it again.
        </EmptyState>
      </ShareFrame>
    );
  }
  const now = new Date();
  const link = await findShareLink(db, token, now);
  if (link === null) return <Gone />;
  const context = await getContext({ kind: 'system', name: 'visitor' });
  const [view] = await Promise.all([readShare(db, link, { now }), noteOpened(context, link, ip)]);
  return (
    <ShareFrame
      title={view.domains.length === 1 ? 'Your domain' : 'Your domains'}
      description={`${view.tenantName}, this is what is done and what is left. The page keeps itself up to date.`}
      below={`This link works until ${formatAbsoluteTime(new Date(view.expiresAt))}. Who has it sees this page and nothing else.`}
    >
      <AutoRefresh seconds={view.moving ? 5 : 30} />
      {view.domains.length === 0 ? (
        <EmptyState icon="globe" title="There is no domain yet.">
          It appears here as soon as there is one.
        </EmptyState>
      ) : (
        view.domains.map((domain) => (
          <SharedDomainCard
            key={domain.id}
            domain={domain}
            token={token}
            now={now.getTime()}
            check={checkSharedDomainAction}
          />
        ))
      )}
    </ShareFrame>
  );
}

/** The same for a link that never was, one that has expired and one that was revoked. */
function Gone() {
  return (
    <ShareFrame title="This link no longer works">
      <EmptyState icon="link" title="It may have expired, or somebody has ended it.">
        Please ask the people who sent it to you for another one.
      </EmptyState>
    </ShareFrame>
  );
}
