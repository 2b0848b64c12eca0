import { LoadingLabel, Skeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <>
      <LoadingLabel>Loading the overview</LoadingLabel>
      <Skeleton className="h-7 w-32" />
      <Skeleton className="mt-1.5 mb-6 h-4 w-72" />
      <div className="mb-5 grid grid-cols-2 gap-2 sm:grid-cols-3 xl:grid-cols-6">
        {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
          <Skeleton key={key} className="h-12 rounded-lg" />
        ))}
      </div>
      <Skeleton className="mb-5 h-96 rounded-lg" />
      <div className="grid gap-5 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <Skeleton className="h-64 rounded-lg" />
        <Skeleton className="h-64 rounded-lg" />
      </div>
    </>
  );
}
