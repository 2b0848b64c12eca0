import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { Skeleton, TableSkeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <>
      <PageHeader
        title="Tenants"
        description="Who is served by the shared gateway, and what is live, waiting or broken."
      />
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Skeleton className="h-8 w-full sm:w-80" />
        <Skeleton className="h-7 w-64" />
      </div>
      <Card flush>
        <TableSkeleton rows={10} />
      </Card>
    </>
  );
}
