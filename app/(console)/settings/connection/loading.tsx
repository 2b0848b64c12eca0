import { Card } from '@/components/ui/card';
import { Skeleton, TableSkeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <>
      <Skeleton className="h-7 w-36" />
      <Skeleton className="mt-1.5 mb-6 h-4 w-96 max-w-full" />
      <div className="grid gap-5">
        <Card>
          <Skeleton className="h-40 w-full" />
        </Card>
        <Card flush>
          <TableSkeleton columns={3} />
        </Card>
      </div>
    </>
  );
}
