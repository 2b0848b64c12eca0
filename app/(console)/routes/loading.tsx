import { Card } from '@/components/ui/card';
import { Skeleton, TableSkeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <>
      <Skeleton className="h-7 w-28" />
      <Skeleton className="mt-1.5 mb-6 h-4 w-96 max-w-full" />
      <Skeleton className="mb-4 h-12 w-full" />
      <Skeleton className="mb-3 h-8 w-80 max-w-full" />
      <Card flush>
        <TableSkeleton rows={12} columns={5} />
      </Card>
    </>
  );
}
