import { formatDuration } from '@/components/changes/format-duration';
import { Meter } from '@/components/ui/meter';
import type { BatchView } from '@/lib/batches/model';
import { countsInWords } from './state-look';

/** How far a batch is, and when our part of it will be done. */
export function BatchProgress({ batch }: { batch: BatchView }) {
  const { counts, total, eta } = batch;
  const done = counts.live + counts.tenant + counts.operator + counts.failed + counts.cancelled;
  return (
    <div className="grid gap-3">
      <Meter label="Done on our side" value={done} max={total} text={`${done} of ${total}`} tone="green" />
      <p className="text-sm tabular-nums" data-testid="batch-counts">
        {countsInWords(counts)}.
      </p>
      {eta === null ? null : (
        <p className="text-ink-muted text-sm tabular-nums" data-testid="batch-eta">
          {batch.state === 'paused'
            ? `Paused. Once resumed, our part takes ${formatDuration(eta.inMs)}. `
            : `Done in ${formatDuration(eta.inMs)}, at ${eta.at.slice(11, 16)} UTC. `}
          {basisOf(eta)}
        </p>
      )}
      {counts.tenant > 0 ? (
        <p className="text-ink-muted text-sm">
          What waits for its tenant goes live by itself once the records are at the tenant's DNS provider; the queue
          doesn't wait for it.
        </p>
      ) : null}
    </div>
  );
}

function basisOf({ slots, othersSlots, intervalMs }: NonNullable<BatchView['eta']>): string {
  if (slots === 0) return 'No custom domain name is to be made.';
  const seconds = Math.round(intervalMs / 100) / 10;
  const others = othersSlots > 0 ? `, and ${othersSlots} of others come in between` : '';
  return `${slots} custom domain ${slots === 1 ? 'name is' : 'names are'} to be made${others}; AWS makes one each ${seconds} s.`;
}
