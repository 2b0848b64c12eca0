import type { IconName } from './icon-shapes';

/** Colour of a status. Never alone: an icon and a word always stand beside it. */
export type Tone = 'green' | 'blue' | 'amber' | 'red' | 'violet' | 'grey';

/** Text, ground and border of a tone, spelled out because Tailwind reads class names from the source. */
export const toneClasses: Record<Tone, { text: string; soft: string; line: string; fill: string }> = {
  green: { text: 'text-green', soft: 'bg-green-soft', line: 'border-green-line', fill: 'bg-green' },
  blue: { text: 'text-blue', soft: 'bg-blue-soft', line: 'border-blue-line', fill: 'bg-blue' },
  amber: { text: 'text-amber', soft: 'bg-amber-soft', line: 'border-amber-line', fill: 'bg-amber' },
  red: { text: 'text-red', soft: 'bg-red-soft', line: 'border-red-line', fill: 'bg-red' },
  violet: { text: 'text-violet', soft: 'bg-violet-soft', line: 'border-violet-line', fill: 'bg-violet' },
  grey: { text: 'text-grey', soft: 'bg-grey-soft', line: 'border-grey-line', fill: 'bg-grey' },
};

/** The icon that goes with a tone when the caller has no better one. */
export const toneIcons: Record<Tone, IconName> = {
  green: 'circle-check',
  blue: 'loader-circle',
  amber: 'clock',
  red: 'circle-x',
  violet: 'wrench',
  grey: 'circle-question-mark',
};
