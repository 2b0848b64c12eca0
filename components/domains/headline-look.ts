import type { IconName } from '@/components/ui/icon-shapes';
import type { Tone } from '@/components/ui/tone';
import type { Actor, AxisState, Headline, StepState } from '@/lib/domains/model';

/** Tone and icon of each headline. */
export const headlineLooks: Record<Headline, { tone: Tone; icon: IconName }> = {
  Draft: { tone: 'grey', icon: 'circle-dashed' },
  'Waiting for tenant': { tone: 'amber', icon: 'clock' },
  Working: { tone: 'blue', icon: 'loader-circle' },
  'Needs operator': { tone: 'violet', icon: 'wrench' },
  Live: { tone: 'green', icon: 'circle-check' },
  'Live, at risk': { tone: 'amber', icon: 'triangle-alert' },
  Broken: { tone: 'red', icon: 'circle-x' },
  Offboarding: { tone: 'blue', icon: 'loader-circle' },
  Gone: { tone: 'grey', icon: 'circle-minus' },
};

/** Tone, icon and word of each state of an axis. */
export const axisStateLooks: Record<AxisState, { tone: Tone; icon: IconName; word: string }> = {
  ok: { tone: 'green', icon: 'circle-check', word: 'OK' },
  'at-risk': { tone: 'amber', icon: 'triangle-alert', word: 'At risk' },
  waiting: { tone: 'amber', icon: 'clock', word: 'Waiting' },
  working: { tone: 'blue', icon: 'loader-circle', word: 'Working' },
  problem: { tone: 'red', icon: 'circle-x', word: 'Problem' },
  unknown: { tone: 'grey', icon: 'circle-question-mark', word: 'Could not check' },
  'not-started': { tone: 'grey', icon: 'circle-dashed', word: 'Not started' },
  'not-needed': { tone: 'grey', icon: 'circle-minus', word: 'Not needed' },
};

/** Tone, icon and word of each state of a step. */
export const stepStateLooks: Record<StepState, { tone: Tone; icon: IconName; word: string }> = {
  pending: { tone: 'grey', icon: 'circle-dashed', word: 'To do' },
  working: { tone: 'blue', icon: 'loader-circle', word: 'Working' },
  waiting: { tone: 'amber', icon: 'clock', word: 'Waiting' },
  done: { tone: 'green', icon: 'circle-check', word: 'Done' },
  failed: { tone: 'red', icon: 'circle-x', word: 'Failed' },
  skipped: { tone: 'grey', icon: 'circle-minus', word: 'Not needed' },
  unknown: { tone: 'grey', icon: 'circle-question-mark', word: 'Could not check' },
};

/** Whose turn it is, as a sentence's end. */
export const actorWords: Record<Actor, string> = {
  us: 'Your turn',
  tenant: "Tenant's turn",
  aws: "AWS's turn",
  nobody: 'Nothing to do',
};
