import type { IconName } from '@/components/ui/icon-shapes';
import type { Tone } from '@/components/ui/tone';
import type { BatchRowState, BatchState } from '@/lib/batches/model';

interface Look {
  word: string;
  tone: Tone;
  icon: IconName;
}

export const rowLooks: Record<BatchRowState, Look> = {
  waiting: { word: 'In the queue', tone: 'grey', icon: 'clock' },
  working: { word: 'Working', tone: 'blue', icon: 'loader-circle' },
  tenant: { word: 'Waiting for tenant', tone: 'amber', icon: 'clock' },
  operator: { word: 'Needs operator', tone: 'violet', icon: 'wrench' },
  live: { word: 'Live', tone: 'green', icon: 'circle-check' },
  failed: { word: 'Failed', tone: 'red', icon: 'circle-x' },
  cancelled: { word: 'Cancelled', tone: 'grey', icon: 'ban' },
  leaving: { word: 'Being removed', tone: 'grey', icon: 'clock' },
  removed: { word: 'Removed', tone: 'grey', icon: 'circle-minus' },
};

export const batchLooks: Record<BatchState, Look> = {
  running: { word: 'Running', tone: 'blue', icon: 'loader-circle' },
  paused: { word: 'Paused', tone: 'amber', icon: 'clock' },
  finished: { word: 'Finished', tone: 'green', icon: 'circle-check' },
};

/** How many, in a sentence: they stand behind a number of one or more. */
const countWords: Record<BatchRowState, string> = {
  waiting: 'in the queue',
  working: 'being worked on',
  tenant: 'waiting for tenant',
  operator: 'waiting for an operator',
  live: 'live',
  failed: 'failed',
  cancelled: 'cancelled',
  leaving: 'being removed',
  removed: 'removed since',
};

/** `45 live, 3 waiting for tenant`: what there is, in the order of the path. */
export function countsInWords(counts: Record<BatchRowState, number>): string {
  const order: BatchRowState[] = [
    'live',
    'working',
    'waiting',
    'tenant',
    'operator',
    'failed',
    'cancelled',
    'leaving',
    'removed',
  ];
  return order
    .filter((state) => counts[state] > 0)
    .map((state) => `${counts[state]} ${countWords[state]}`)
    .join(', ');
}
