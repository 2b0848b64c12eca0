import type { Metadata } from 'next';
import { isUnread, LastSeenNotice } from '@/components/layout/last-seen-notice';
import { NoGateway } from '@/components/routes/no-gateway';
import { RoutesTabs } from '@/components/routes/routes-tabs';
import { SharedCard } from '@/components/routes/shared/shared-card';
import { PageHeader } from '@/components/ui/page-header';
import { may } from '@/lib/auth/permissions';
import { requireSession } from '@/lib/auth/session';
import { listSharedParts } from '@/lib/routes/list-shared-parts';
import { readRoutesPage } from '@/lib/routes/read-page';
import { getDb } from '@/lib/runtime';
import { saveEditsAction, undoEditsAction } from '../actions';
import { Draft } from '../draft';

export const metadata: Metadata = { title: 'Shared parts' };

export default async function SharedPartsPage() {
  const user = await requireSession();
  const page = await readRoutesPage(await getDb(), user);
  const mayEdit = may(user, 'change-sets:edit');
  const parts = page.view ? listSharedParts(page.view) : null;
  const common = { actions: mayEdit ? { save: saveEditsAction, undo: undoEditsAction } : null, draft: page.draft };
  return (
    <>
      <PageHeader title="Shared parts" description="What routes have in common, beside the settings of the API." />
      <LastSeenNotice states={page.states} now={Date.now()} />
      {parts ? (
        <>
          <RoutesTabs current="/routes/shared" />
          <Draft page={page} mayEdit={mayEdit} />
          <div className="grid gap-4">
            <SharedCard kind="authorizer" parts={parts.authorizer} {...common} />
            <SharedCard kind="validator" parts={parts.validator} {...common} />
            <SharedCard kind="model" parts={parts.model} {...common} />
            <SharedCard kind="gateway-response" parts={parts['gateway-response']} {...common} />
          </div>
        </>
      ) : (
        <NoGateway unread={isUnread(page.states)} />
      )}
    </>
  );
}
