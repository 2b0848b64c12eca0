import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BatchProgress } from '@/components/batches/batch-progress';
import { BatchRowsTable } from '@/components/batches/batch-rows-table';
import { CancelBatch } from '@/components/batches/cancel-batch';
import { batchLooks } from '@/components/batches/state-look';
import { CallButton } from '@/components/changes/call-button';
import { RefreshEvery } from '@/components/layout/refresh-every';
import { StatusBadge } from '@/components/ui/badge';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { requirePermission } from '@/lib/auth/session';
import type { BatchView } from '@/lib/batches/model';
import { readBatch } from '@/lib/batches/read-batch';
import { ExpectedError } from '@/lib/errors';
import { getContext } from '@/lib/runtime';
import { cancelBatchAction, pauseBatchAction, resumeBatchAction, retryBatchAction } from '../actions';

type Props = PageProps<'/tenants/batches/[number]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Batch #${(await params).number}` };
}

export default async function BatchPage({ params }: Props) {
  const user = await requirePermission('tenants:onboard');
  const number = Number((await params).number);
  if (!Number.isInteger(number) || number < 1 || number > 2_147_483_647) notFound();
  const ctx = await getContext({ kind: 'user', id: user.id, name: user.email, ip: null });
  const batch = await readBatch(ctx, number).catch((error: unknown) => {
    if (error instanceof ExpectedError && error.code === 'not-found') notFound();
    throw error;
  });
  const look = batchLooks[batch.state];
  const now = Date.parse(batch.now);
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            items={[
              { label: 'Tenants', href: '/tenants' },
              { label: 'Batches', href: '/tenants/batches' },
              { label: `#${number}` },
            ]}
          />
        }
        title={`Batch #${number}`}
        badge={
          <StatusBadge tone={look.tone} icon={look.icon}>
            {look.word}
          </StatusBadge>
        }
        description={
          <>
            {batch.fileName}, started <RelativeTime at={batch.createdAt} now={now} /> by {batch.author}
            {batch.finishedAt === null ? null : (
              <>
                , finished <RelativeTime at={batch.finishedAt} now={now} />
              </>
            )}
          </>
        }
        actions={<Actions batch={batch} />}
      />
      <div className="grid gap-5">
        <Card title="Progress">
          <BatchProgress batch={batch} />
        </Card>
        <Card title="Rows" flush>
          <BatchRowsTable rows={batch.rows} />
        </Card>
      </div>
      {batch.state === 'finished' ? null : <RefreshEvery seconds={2} />}
    </>
  );
}

function Actions({ batch: { number, state, counts } }: { batch: BatchView }) {
  return (
    <>
      {counts.failed > 0 ? (
        <CallButton icon="refresh-cw" label="Try failed rows again" input={{ number }} action={retryBatchAction} />
      ) : null}
      {state === 'running' && counts.waiting > 0 ? (
        <CallButton label="Pause" input={{ number }} action={pauseBatchAction} />
      ) : null}
      {state === 'paused' ? (
        <CallButton icon="play" variant="primary" label="Resume" input={{ number }} action={resumeBatchAction} />
      ) : null}
      {counts.waiting > 0 ? <CancelBatch number={number} waiting={counts.waiting} action={cancelBatchAction} /> : null}
    </>
  );
}
