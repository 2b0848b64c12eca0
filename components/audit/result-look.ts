import type { IconName } from '@/components/ui/icon-shapes';
import type { Tone } from '@/components/ui/tone';
import type { AuditResult } from '@/lib/audit/model';

/** Word, tone and icon of each result. */
export const resultLooks: Record<AuditResult, { word: string; tone: Tone; icon: IconName }> = {
  ok: { word: 'OK', tone: 'green', icon: 'circle-check' },
  failed: { word: 'Failed', tone: 'red', icon: 'circle-x' },
  refused: { word: 'Refused', tone: 'amber', icon: 'ban' },
  running: { word: 'Running', tone: 'blue', icon: 'loader-circle' },
  unknown: { word: 'Outcome unknown', tone: 'grey', icon: 'circle-question-mark' },
};
