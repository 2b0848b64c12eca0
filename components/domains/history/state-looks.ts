import { headlineLooks } from '@/components/domains/headline-look';
import type { IconName } from '@/components/ui/icon-shapes';
import type { Tone } from '@/components/ui/tone';
import type { Segment } from '@/lib/domains/history/model';

interface Look {
  tone: Tone;
  icon: IconName;
  word: string;
  /** Ground of its part of the strip. */
  fill: string;
}

/** What nothing is known of is paler than what is known. */
const nothing: Look = { tone: 'grey', icon: 'circle-dashed', word: 'Not there yet', fill: 'bg-sunken' };

const fills: Record<Tone, string> = {
  green: 'bg-green',
  blue: 'bg-blue',
  amber: 'bg-amber',
  red: 'bg-red',
  violet: 'bg-violet',
  grey: 'bg-grey-line',
};

/** Colour, icon and word of a state in the history. */
export function stateLook(state: Segment['state']): Look {
  if (state === null) return nothing;
  if (state === 'Unknown')
    return { tone: 'grey', icon: 'circle-question-mark', word: 'Unknown: could not check', fill: 'bg-grey' };
  const { tone, icon } = headlineLooks[state];
  return { tone, icon, word: state, fill: fills[tone] };
}
