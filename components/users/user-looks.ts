import type { IconName } from '@/components/ui/icon-shapes';
import type { Tone } from '@/components/ui/tone';
import type { UserState } from '@/lib/users/model';

/** How the state of an account is shown. */
export const userStateLooks: Record<UserState, { word: string; tone: Tone; icon: IconName }> = {
  active: { word: 'Active', tone: 'green', icon: 'circle-check' },
  invited: { word: 'Invited', tone: 'amber', icon: 'mail' },
  expired: { word: 'Invitation expired', tone: 'red', icon: 'clock' },
  disabled: { word: 'Disabled', tone: 'grey', icon: 'ban' },
};

/** How somebody signs in. */
export const methodWords = { password: 'Password', oidc: 'Identity provider' } as const;
