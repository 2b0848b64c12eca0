import { Card } from '@/components/ui/card';
import { Skeleton, TableSkeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <>
      <Skeleton className="h-7 w-64 max-w-full" />
      <Skeleton className="mt-1.5 mb-6 h-4 w-80 max-w-full" />
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <Card>
          <Skeleton className="h-64 w-full" />
        </Card>
        <Card flush>
          <TableSkeleton columns={2} />
        </Card>
      </div>
    </>
  );
}
