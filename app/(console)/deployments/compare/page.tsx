import type { Metadata } from 'next';
import { DifferenceList } from '@/components/changes/difference-list';
import { CompareForm } from '@/components/deployments/compare-form';
import { NoGateway } from '@/components/routes/no-gateway';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { requireSession } from '@/lib/auth/session';
import { readGatewayView } from '@/lib/changes/read-gateway-view';
import { compareSides } from '@/lib/deployments/compare';
import { listDeployments } from '@/lib/deployments/list-deployments';
import { getDb } from '@/lib/runtime';

export const metadata: Metadata = { title: 'Compare' };

export default async function ComparePage({ searchParams }: PageProps<'/deployments/compare'>) {
  const user = await requireSession();
  const query = await searchParams;
  const db = await getDb();
  const view = await readGatewayView(db, { userId: user.id });
  const left = typeof query.left === 'string' ? query.left : `stage:${view?.stages[0]?.name ?? ''}`;
  const right = typeof query.right === 'string' ? query.right : 'working';
  return (
    <>
      <PageHeader
        above={<Breadcrumbs items={[{ label: 'Deployments', href: '/deployments' }, { label: 'Compare' }]} />}
        title="Compare"
        description="Any two of the working copy, stages, deployments and your draft: what changes from the first to the second."
      />
      {view === null ? (
        <NoGateway unread />
      ) : (
        <>
          <CompareForm
            left={left}
            right={right}
            sides={[
              { value: 'working', label: 'Working copy' },
              ...(view.draft
                ? [
                    {
                      value: `draft:${view.draft.changeSet.number}`,
                      label: `Draft #${view.draft.changeSet.number} ${view.draft.changeSet.name}`,
                    },
                  ]
                : []),
              ...view.stages.map(({ name }) => ({ value: `stage:${name}`, label: `Stage ${name}` })),
              ...(await listDeployments(db, view.restApiId)).map(({ id, description, createdAt }) => ({
                value: `deployment:${id}`,
                label: `${createdAt.slice(0, 16).replace('T', ' ')} ${description ?? 'No description'} (${id})`,
              })),
            ]}
          />
          <Result result={await compareSides(db, view, left, right)} />
        </>
      )}
    </>
  );
}

function Result({ result }: { result: Awaited<ReturnType<typeof compareSides>> }) {
  if ('unknown' in result) return <Notice tone="amber" title={result.unknown} />;
  const { differences } = result;
  return (
    <Card
      flush
      title={differences.length === 1 ? '1 difference' : `${differences.length} differences`}
      description="In words; open a line for the values before and after."
    >
      {differences.length === 0 ? (
        <EmptyState icon="circle-check" title="Both sides are the same" />
      ) : (
        <DifferenceList label="Differences" differences={differences} limit={200} />
      )}
    </Card>
  );
}
