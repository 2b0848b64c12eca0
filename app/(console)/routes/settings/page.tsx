import type { Metadata } from 'next';
import { isUnread, LastSeenNotice } from '@/components/layout/last-seen-notice';
import { NoGateway } from '@/components/routes/no-gateway';
import { RoutesTabs } from '@/components/routes/routes-tabs';
import { ApiForm } from '@/components/routes/settings/api-form';
import { PageHeader } from '@/components/ui/page-header';
import { may } from '@/lib/auth/permissions';
import { requireSession } from '@/lib/auth/session';
import type { GatewayView } from '@/lib/changes/model';
import type { ApiSettings } from '@/lib/gateway/model';
import { sameValue } from '@/lib/gateway/same-value';
import { readRoutesPage } from '@/lib/routes/read-page';
import { getDb } from '@/lib/runtime';
import { saveEditsAction, undoEditsAction } from '../actions';
import { Draft } from '../draft';

export const metadata: Metadata = { title: 'API settings' };

export default async function ApiSettingsPage() {
  const user = await requireSession();
  const page = await readRoutesPage(await getDb(), user);
  const mayEdit = may(user, 'change-sets:edit');
  return (
    <>
      <PageHeader title="API settings" description="What holds for all routes of the shared gateway." />
      <LastSeenNotice states={page.states} now={Date.now()} />
      {page.view ? (
        <>
          <RoutesTabs current="/routes/settings" />
          <Draft page={page} mayEdit={mayEdit} />
          <ApiForm
            api={(page.view.draft?.snapshot ?? page.view.working).api}
            changed={changedIn(page.view)}
            restApiId={page.view.restApiId}
            region={page.view.region}
            actions={mayEdit ? { save: saveEditsAction, undo: undoEditsAction } : null}
            draft={page.draft}
          />
        </>
      ) : (
        <NoGateway unread={isUnread(page.states)} />
      )}
    </>
  );
}

function changedIn({ working, draft }: GatewayView): (keyof ApiSettings)[] {
  const names = Object.keys(working.api) as (keyof ApiSettings)[];
  return names.filter((name) => draft !== null && !sameValue(working.api[name], draft.snapshot.api[name]));
}
