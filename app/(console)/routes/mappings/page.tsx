import type { Metadata } from 'next';
import { isUnread, LastSeenNotice } from '@/components/layout/last-seen-notice';
import type { BulkRoute } from '@/components/mappings/bulk-edits';
import { BulkMappings } from '@/components/mappings/bulk-mappings';
import { NoGateway } from '@/components/routes/no-gateway';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { requirePermission } from '@/lib/auth/session';
import { type Snapshot, verbs } from '@/lib/gateway/model';
import { byPath } from '@/lib/gateway/records';
import { summaryOf } from '@/lib/integrations/registry';
import { readRoutesPage } from '@/lib/routes/read-page';
import { getDb } from '@/lib/runtime';
import { saveEditsAction, undoEditsAction } from '../actions';
import { Draft } from '../draft';

export const metadata: Metadata = { title: 'Map many routes' };

export default async function BulkMappingsPage() {
  const user = await requirePermission('change-sets:edit');
  const page = await readRoutesPage(await getDb(), user);
  return (
    <>
      <PageHeader
        above={<Breadcrumbs items={[{ label: 'Routes', href: '/routes' }, { label: 'Map many' }]} />}
        title="One mapping for many routes"
        description="For example the tenant's name for every back end. You see what changes on each route first."
      />
      <LastSeenNotice states={page.states} now={Date.now()} />
      {page.view ? (
        <>
          <Draft page={page} mayEdit />
          <BulkMappings
            routes={bulkRoutes(page.view.draft?.snapshot ?? page.view.working)}
            stageVariables={[...new Set(page.view.stages.flatMap(({ variables }) => Object.keys(variables)))].sort()}
            draft={page.draft}
            actions={{ save: saveEditsAction, undo: undoEditsAction }}
          />
        </>
      ) : (
        <NoGateway unread={isUnread(page.states)} />
      )}
    </>
  );
}

function bulkRoutes({ resources }: Snapshot): BulkRoute[] {
  return Object.keys(resources)
    .sort(byPath)
    .flatMap((path) =>
      verbs.flatMap((verb): BulkRoute[] => {
        const method = resources[path]?.methods[verb];
        if (!method?.integration) return [];
        const { integration } = method;
        return [
          {
            path,
            verb,
            type: integration.type,
            target: summaryOf(integration),
            mappings: integration.requestParameters,
            declared: Object.keys(method.requestParameters),
          },
        ];
      }),
    );
}
