import { Card } from '@/components/ui/card';
import { Skeleton, TableSkeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <>
      <Skeleton className="h-7 w-36" />
      <Skeleton className="mt-1.5 mb-6 h-4 w-80 max-w-full" />
      <Skeleton className="mb-3 h-8 w-52" />
      <Card flush>
        <TableSkeleton columns={4} />
      </Card>
    </>
  );
}
