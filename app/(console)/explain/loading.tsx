import { Card } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <>
      <Skeleton className="h-7 w-48" />
      <Skeleton className="mt-1.5 mb-6 h-4 w-96 max-w-full" />
      <div className="grid gap-5">
        <Card>
          <Skeleton className="h-14 w-full" />
        </Card>
        <Skeleton className="h-28 w-full" />
        <Skeleton className="h-64 w-full" />
      </div>
    </>
  );
}
