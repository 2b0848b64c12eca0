import type { Metadata } from 'next';
import { isUnread } from '@/components/layout/last-seen-notice';
import { NewRoute } from '@/components/routes/new-route';
import { NoGateway } from '@/components/routes/no-gateway';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { requirePermission } from '@/lib/auth/session';
import { type Verb, verbs } from '@/lib/gateway/model';
import { readRoutesPage } from '@/lib/routes/read-page';
import { getDb } from '@/lib/runtime';
import { saveEditsAction, undoEditsAction } from '../actions';
import { Draft } from '../draft';

export const metadata: Metadata = { title: 'Add route' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewRoutePage({ searchParams }: Props) {
  const user = await requirePermission('change-sets:edit');
  const { parent, copy, verb: wanted } = await searchParams;
  const page = await readRoutesPage(await getDb(), user);
  if (page.view === null) return <NoGateway unread={isUnread(page.states)} />;
  const { resources } = page.view.draft?.snapshot ?? page.view.working;
  const verb = verbs.find((verb) => verb === wanted) ?? null;
  const copied = typeof copy === 'string' && verb && Object.hasOwn(resources, copy) ? { path: copy, verb } : null;
  const title = copied ? `Copy ${copied.verb} ${copied.path}` : 'Add route';
  return (
    <>
      <PageHeader
        above={<Breadcrumbs items={[{ label: 'Routes', href: '/routes' }, { label: title }]} />}
        title={title}
        description={
          copied
            ? 'To another path or method; you see it in the editor before it is saved.'
            : 'Its path and method first; what it does comes on the next page.'
        }
      />
      <Draft page={page} mayEdit />
      <NewRoute
        paths={Object.entries(resources).map(([path, { methods }]) => [path, Object.keys(methods) as Verb[]])}
        parent={typeof parent === 'string' && parent.startsWith('/') ? parent.slice(0, 2048) : '/'}
        copy={copied}
        verb={verb}
        actions={{ save: saveEditsAction, undo: undoEditsAction }}
        draft={page.draft}
      />
    </>
  );
}
