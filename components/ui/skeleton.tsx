import { cn } from './cn';

/** A grey shape where content will be; `className` gives it the content's size. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cn('skeleton block rounded', className)} />;
}

/** Says once that a region is loading; put it beside the skeletons. */
export function LoadingLabel({ children = 'Loading' }: { children?: string }) {
  return (
    <span role="status" className="sr-only">
      {children}
    </span>
  );
}

/** Skeleton of a table with `rows` rows in the height that real rows have (40 px). */
export function TableSkeleton({ rows = 8, columns = 5 }: { rows?: number; columns?: number }) {
  return (
    <div>
      <LoadingLabel>Loading the table</LoadingLabel>
      <div className="h-9 border-line border-b bg-sunken" />
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <div key={row} className="flex h-10 items-center gap-6 border-line border-b px-4 last:border-b-0">
          {Array.from({ length: columns }, (_, column) => (
            <Skeleton
              // biome-ignore lint/suspicious/noArrayIndexKey: the cells are all alike and never move
              key={column}
              className={cn('h-3.5', column === 0 ? 'w-1/4' : 'w-1/6', column > 2 && 'max-sm:hidden')}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
