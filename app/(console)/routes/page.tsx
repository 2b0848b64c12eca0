import type { Metadata } from 'next';
import { isUnread, LastSeenNotice } from '@/components/layout/last-seen-notice';
import { ExportMenu } from '@/components/routes/export-menu';
import { RoutesView } from '@/components/routes/list/routes-view';
import { NoGateway } from '@/components/routes/no-gateway';
import { newRouteHref } from '@/components/routes/route-href';
import { RoutesTabs } from '@/components/routes/routes-tabs';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { LimitsNotice } from '@/components/users/limits-notice';
import { may, type TenantLimit } from '@/lib/auth/permissions';
import { requireSession } from '@/lib/auth/session';
import type { GatewayView } from '@/lib/changes/model';
import { readExposures } from '@/lib/changes/read-exposures';
import { listRoutes } from '@/lib/routes/list-routes';
import { type RoutesPage, readRoutesPage } from '@/lib/routes/read-page';
import { readRouteOwners } from '@/lib/routes/read-route-owners';
import { summariseReach } from '@/lib/routes/summarise-reach';
import { getDb } from '@/lib/runtime';
import { saveEditsAction, setRouteOwnerAction, undoEditsAction } from './actions';
import { Draft } from './draft';
import { readFilter } from './search-params';

export const metadata: Metadata = { title: 'Routes' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RoutesPageView({ searchParams }: Props) {
  const user = await requireSession();
  const filter = readFilter(await searchParams);
  const page = await readRoutesPage(await getDb(), user);
  const mayEdit = may(user, 'change-sets:edit');
  return (
    <>
      <PageHeader
        title="Routes"
        description="What each path of the shared gateway does, and what of it is live."
        actions={
          page.view ? (
            <>
              <ExportMenu of="working" what="Working copy" />
              {mayEdit ? (
                <>
                  <ButtonLink icon="file-code" href="/routes/import" prefetch={false}>
                    Import
                  </ButtonLink>
                  <ButtonLink icon="arrow-left-right" href="/routes/mappings" prefetch={false}>
                    Map many
                  </ButtonLink>
                  <ButtonLink variant="primary" icon="plus" href={newRouteHref({})} prefetch={false}>
                    Add route
                  </ButtonLink>
                </>
              ) : null}
            </>
          ) : null
        }
      />
      <LimitsNotice grants={user} permission="change-sets:edit" what="routes" />
      <LastSeenNotice states={page.states} now={Date.now()} />
      {page.view ? (
        <>
          <RoutesTabs current="/routes" />
          <Draft page={page} mayEdit={mayEdit} />
          <List view={page.view} draft={page.draft} filter={filter} mayEdit={mayEdit} limit={user.tenants} />
        </>
      ) : (
        <NoGateway unread={isUnread(page.states)} />
      )}
    </>
  );
}

async function List({
  view,
  draft,
  filter,
  mayEdit,
  limit,
}: {
  view: GatewayView;
  draft: RoutesPage['draft'];
  filter: ReturnType<typeof readFilter>;
  mayEdit: boolean;
  limit: TenantLimit;
}) {
  const db = await getDb();
  const [owners, exposures] = await Promise.all([
    readRouteOwners(db, view.restApiId),
    readExposures(db, view.restApiId, limit),
  ]);
  const known = view.stages.some(({ live }) => live !== null);
  return (
    <RoutesView
      rows={listRoutes(view, owners)}
      initial={filter}
      draft={draft}
      quiet={known ? 'As deployed' : null}
      reach={summariseReach(exposures)}
      actions={mayEdit ? { save: saveEditsAction, undo: undoEditsAction } : null}
      setOwner={mayEdit ? setRouteOwnerAction : null}
    />
  );
}
