import type { Metadata } from 'next';
import { ChangeSetsTable } from '@/components/changes/change-sets-table';
import { ChipLinks } from '@/components/forms/chip-links';
import { Pager } from '@/components/tables/pager';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { LimitsNotice } from '@/components/users/limits-notice';
import { may } from '@/lib/auth/permissions';
import { requireSession } from '@/lib/auth/session';
import { listChangeSets } from '@/lib/changes/list-change-sets';
import { listWaiting } from '@/lib/changes/waiting-for-approval';
import { getDb } from '@/lib/runtime';
import { changesHref, readChangesFilter, shows, statesOf } from './search-params';

const chipWords = {
  open: 'Open',
  waiting: 'Waiting for approval',
  applied: 'Applied',
  discarded: 'Discarded',
  all: 'All',
} as const;

export const metadata: Metadata = { title: 'Changes' };

export default async function ChangesPage({ searchParams }: PageProps<'/changes'>) {
  const user = await requireSession();
  const filter = readChangesFilter(await searchParams);
  const db = await getDb();
  const waiting = await listWaiting(db);
  const { changeSets, counts, more } = await listChangeSets(db, {
    userId: user.id,
    states: statesOf[filter.show],
    ...(filter.show === 'waiting' ? { ids: waiting.map(({ id }) => id) } : {}),
    ...(filter.before === null ? {} : { before: filter.before }),
  });
  const countOf = (show: keyof typeof statesOf) =>
    show === 'waiting' ? waiting.length : statesOf[show].reduce((sum, state) => sum + counts[state], 0);
  const all = countOf('all');
  const last = changeSets.at(-1);
  return (
    <>
      <PageHeader
        title="Changes"
        description="Edits of the gateway, gathered in change sets: reviewed, applied and deployed as one."
        actions={
          may(user, 'change-sets:edit') ? (
            <ButtonLink href="/routes/import" icon="plus">
              Import OpenAPI
            </ButtonLink>
          ) : null
        }
      />
      <LimitsNotice grants={user} permission="change-sets:edit" what="change sets" />
      {all === 0 ? (
        <Card flush>
          <EmptyState
            icon="git-pull-request-draft"
            title="No change set yet"
            action={
              <ButtonLink variant="primary" href="/routes">
                Open the routes
              </ButtonLink>
            }
          >
            Edit a route: the first save begins one. Nothing reaches AWS before you have reviewed it here.
          </EmptyState>
        </Card>
      ) : (
        <>
          <div className="mb-3">
            <ChipLinks
              label="Which change sets"
              items={shows.map((show) => ({
                label: chipWords[show],
                count: countOf(show),
                href: changesHref({ show, before: null }),
                current: filter.show === show,
              }))}
            />
          </div>
          <Card flush>
            {changeSets.length === 0 ? (
              <EmptyState
                icon="search"
                title="None of these"
                action={
                  <ButtonLink size="sm" href={changesHref({ show: 'all', before: null })}>
                    Show all {all}
                  </ButtonLink>
                }
              />
            ) : (
              <>
                <ChangeSetsTable
                  rows={changeSets}
                  waiting={new Map(waiting.map(({ number, stages }) => [number, stages.map(({ stage }) => stage)]))}
                  now={Date.now()}
                />
                <Pager
                  text={`${changeSets.length} ${changeSets.length === 1 ? 'change set' : 'change sets'}`}
                  previous={filter.before ? { label: 'Newest', href: changesHref({ ...filter, before: null }) } : null}
                  next={more && last ? { label: 'Older', href: changesHref({ ...filter, before: last.number }) } : null}
                />
              </>
            )}
          </Card>
        </>
      )}
    </>
  );
}
