import type { IconName } from '@/components/ui/icon-shapes';
import type { Tone } from '@/components/ui/tone';
import type { PermissionVerdict } from '@/lib/aws/preflight/try-permissions';

/** How each verdict of the preflight looks and is called. */
export const verdictLook: Record<PermissionVerdict, { tone: Tone; icon: IconName; words: string }> = {
  permitted: { tone: 'green', icon: 'circle-check', words: 'Permitted' },
  missing: { tone: 'red', icon: 'circle-x', words: 'Missing' },
  untold: { tone: 'grey', icon: 'circle-question-mark', words: "Can't be told" },
  unanswered: { tone: 'amber', icon: 'cloud-off', words: 'No answer' },
};
