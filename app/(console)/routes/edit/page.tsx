import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { isUnread, LastSeenNotice } from '@/components/layout/last-seen-notice';
import { Comparison } from '@/components/routes/editor/comparison';
import { ReachableAt } from '@/components/routes/editor/reachable-at';
import { RouteActions } from '@/components/routes/editor/route-actions';
import { RouteEditor } from '@/components/routes/editor/route-editor';
import { readTab } from '@/components/routes/editor/tab-names';
import { OwnerCell } from '@/components/routes/list/owner-cell';
import { NoGateway } from '@/components/routes/no-gateway';
import { newRouteHref, routeHref } from '@/components/routes/route-href';
import { VerbLabel } from '@/components/routes/verb-label';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { textLinkClass } from '@/components/ui/text-link';
import { may } from '@/lib/auth/permissions';
import { requireSession } from '@/lib/auth/session';
import { type Verb, verbs } from '@/lib/gateway/model';
import type { RouteView } from '@/lib/routes/model';
import { type RoutesPage, readRoutesPage } from '@/lib/routes/read-page';
import { readRoute } from '@/lib/routes/read-route';
import { startMethod } from '@/lib/routes/start-method';
import { getDb } from '@/lib/runtime';
import { saveEditsAction, setRouteOwnerAction, undoEditsAction } from '../actions';
import { Draft } from '../draft';
import { readRouteAddress } from '../search-params';

type Query = Record<string, string | string[] | undefined>;
type Props = { searchParams: Promise<Query> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const at = readRouteAddress(await searchParams);
  return { title: at ? `${at.verb} ${at.path}` : 'No such route' };
}

export default async function RoutePage({ searchParams }: Props) {
  const user = await requireSession();
  const query = await searchParams;
  const at = readRouteAddress(query);
  if (at === null) notFound();
  const db = await getDb();
  const page = await readRoutesPage(db, user);
  if (page.view === null) return <NoGateway unread={isUnread(page.states)} />;
  const mayEdit = may(user, 'change-sets:edit');
  const route = await readRoute(db, page.view, at, user.tenants);
  const editable = route.method !== null || (mayEdit && query.new === '1');
  return (
    <>
      <Header route={route} mayEdit={mayEdit} page={page} />
      <LastSeenNotice states={page.states} now={Date.now()} />
      <Draft page={page} mayEdit={mayEdit} />
      {route.conflicts.length > 0 && page.draft ? (
        <Notice tone="red" title="The working copy has changed here since the change set began" className="mb-4">
          {route.conflicts.map(({ key, title }) => (
            <span key={key} className="block">
              {title}
            </span>
          ))}
          <Link href={`/changes/${page.draft.number}`} className={textLinkClass}>
            Decide in #{page.draft.number}
          </Link>
        </Notice>
      ) : null}
      <Comparison sides={route.sides} />
      {editable ? (
        <RouteEditor
          // Another route is another editor.
          key={`${route.verb} ${route.path}`}
          route={route}
          start={startMethod(page.view, query)}
          restApiId={page.view.restApiId}
          draft={page.draft}
          actions={mayEdit ? { save: saveEditsAction, undo: undoEditsAction } : null}
          initialTab={readTab(query.tab)}
        />
      ) : (
        <Missing route={route} mayEdit={mayEdit} />
      )}
    </>
  );
}

function Header({ route, mayEdit, page }: { route: RouteView; mayEdit: boolean; page: RoutesPage }) {
  const { path, verb, resource } = route;
  const others = verbs.filter((other) => other !== verb && resource?.methods[other]);
  return (
    <PageHeader
      above={<Breadcrumbs items={[{ label: 'Routes', href: '/routes' }, { label: `${verb} ${path}` }]} />}
      title={
        <span className="flex flex-wrap items-baseline gap-x-2.5">
          <VerbLabel verb={verb} />
          <span className="font-mono text-lg">{path}</span>
        </span>
      }
      description={
        <div className="mt-1 flex flex-wrap items-start gap-x-5 gap-y-1.5">
          <span className="inline-flex items-center gap-2">
            Owner
            <OwnerCell path={path} owner={route.owner} action={mayEdit ? setRouteOwnerAction : null} />
          </span>
          {others.length > 0 ? <OtherVerbs path={path} verbs={others} /> : null}
          <details className="open:basis-full">
            <summary className="leading-6 hover:text-ink">
              Reachable at{' '}
              <span className="underline decoration-line-strong underline-offset-3">
                {route.reach.domains === 1 ? '1 domain' : `${route.reach.domains} domains`}
              </span>
            </summary>
            <div className="mt-1.5">
              <ReachableAt path={path} domains={route.facts.domains} />
            </div>
          </details>
        </div>
      }
      actions={
        mayEdit && resource && route.method ? (
          <RouteActions
            path={path}
            verb={verb}
            resource={resource}
            reach={route.reach}
            actions={{ save: saveEditsAction, undo: undoEditsAction }}
            draft={page.draft}
          />
        ) : null
      }
    />
  );
}

function OtherVerbs({ path, verbs: others }: { path: string; verbs: Verb[] }) {
  return (
    <nav aria-label="Other methods of the path" className="flex flex-wrap items-center gap-2 leading-6">
      Also on this path
      {others.map((verb) => (
        <Link key={verb} href={routeHref({ path, verb })} prefetch={false} className="rounded-sm hover:underline">
          <VerbLabel verb={verb} />
        </Link>
      ))}
    </nav>
  );
}

function Missing({ route, mayEdit }: { route: RouteView; mayEdit: boolean }) {
  const served = route.sides.filter(({ kind, method }) => kind === 'stage' && method !== null);
  const { path, verb } = route;
  return (
    <Card flush>
      <EmptyState
        icon="route"
        title={served.length > 0 ? 'The working copy has no such route any more' : 'There is no such route'}
        action={
          mayEdit ? (
            <ButtonLink icon="plus" href={newRouteHref({ parent: path, verb })}>
              Add it
            </ButtonLink>
          ) : null
        }
      >
        {served.length > 0
          ? `${served.map(({ title }) => title).join(', ')} still serves it, until the next deployment.`
          : 'It may have been deleted, or the address is mistyped.'}
      </EmptyState>
    </Card>
  );
}
