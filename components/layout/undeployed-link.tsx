import Link from 'next/link';
import { Icon } from '@/components/ui/icon';

/**
 * Says on every page that the working copy has what stages don't serve yet, and leads to it. `differences` null: nobody could read
 * what the stage serves. Nothing when all stages serve the working copy.
 */
export function UndeployedLink({ stages }: { stages: readonly { stage: string; differences: number | null }[] }) {
  const behind = stages.filter(({ differences }) => differences !== null && differences > 0);
  const most = behind.reduce<(typeof behind)[number] | null>(
    (worst, one) => (worst === null || (one.differences ?? 0) > (worst.differences ?? 0) ? one : worst),
    null,
  );
  if (most === null) return null;
  const count = most.differences ?? 0;
  const where = behind.length === 1 ? most.stage : `${behind.length} stages`;
  return (
    <Link
      href={`/deployments?stage=${encodeURIComponent(most.stage)}`}
      className="inline-flex h-7 items-center gap-1.5 whitespace-nowrap rounded-full border border-amber-line bg-amber-soft px-2.5 font-medium text-amber text-xs hover:border-amber"
    >
      <Icon name="triangle-alert" className="size-3.5" />
      <span className="max-lg:sr-only">
        {count} {count === 1 ? 'change' : 'changes'} not deployed to {where}
      </span>
      <span aria-hidden="true" className="tabular-nums lg:hidden">
        {count}
      </span>
    </Link>
  );
}
