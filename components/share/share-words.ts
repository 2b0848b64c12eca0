import type { IconName } from '@/components/ui/icon-shapes';
import type { Tone } from '@/components/ui/tone';
import type { Verdict } from '@/lib/domains/model';
import type { CheckState, SharedHeadline } from '@/lib/share/model';

export const headlineWords: Record<SharedHeadline, { tone: Tone; icon: IconName; word: string }> = {
  live: { tone: 'green', icon: 'circle-check', word: 'Live' },
  yours: { tone: 'amber', icon: 'clock', word: 'Your turn' },
  ours: { tone: 'blue', icon: 'loader-circle', word: 'In progress' },
  prepared: { tone: 'violet', icon: 'circle-check', word: 'Prepared' },
  trouble: { tone: 'red', icon: 'circle-x', word: 'Not reachable' },
  ending: { tone: 'grey', icon: 'circle-minus', word: 'Being removed' },
};

export const checkLooks: Record<CheckState, { tone: Tone; icon: IconName; word: string }> = {
  done: { tone: 'green', icon: 'circle-check', word: 'Done' },
  yours: { tone: 'amber', icon: 'clock', word: 'Your turn' },
  ours: { tone: 'blue', icon: 'loader-circle', word: 'In progress' },
  later: { tone: 'grey', icon: 'circle-dashed', word: 'Later' },
  problem: { tone: 'red', icon: 'circle-x', word: 'Needs another look' },
};

export const recordStates: Record<Verdict, { tone: Tone; icon: IconName; word: string }> = {
  ok: { tone: 'green', icon: 'circle-check', word: 'Found' },
  missing: { tone: 'amber', icon: 'clock', word: 'Not found yet' },
  wrong: { tone: 'red', icon: 'circle-x', word: 'Something else is there' },
  unknown: { tone: 'grey', icon: 'circle-question-mark', word: 'Could not be looked up' },
  'not-checked': { tone: 'grey', icon: 'circle-dashed', word: 'Not looked up yet' },
  later: { tone: 'grey', icon: 'clock', word: 'Later' },
};
