import type { IconName } from '@/components/ui/icon-shapes';
import type { Tone } from '@/components/ui/tone';
import type { Decision, Standing } from '@/lib/approvals/model';

/** How a change set stands with a stage. */
export const standingLooks: Record<Standing, { word: string; tone: Tone; icon: IconName }> = {
  'not-asked': { word: 'Needs approval', tone: 'grey', icon: 'circle-dashed' },
  asked: { word: 'Waiting for approval', tone: 'amber', icon: 'clock' },
  approved: { word: 'Approved', tone: 'green', icon: 'circle-check' },
  declined: { word: 'Declined', tone: 'red', icon: 'circle-x' },
  outdated: { word: 'Void', tone: 'amber', icon: 'triangle-alert' },
};

/** What somebody did, after their name. */
export const decisionWords: Record<Decision, string> = {
  requested: 'asked for approval',
  approved: 'approved',
  declined: 'declined',
  withdrawn: 'withdrew what they had said',
};
