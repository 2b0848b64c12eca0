import type { IconName } from '@/components/ui/icon-shapes';
import type { Tone } from '@/components/ui/tone';
import type { ChangeSetState } from '@/lib/changes/model';

/** How a change set's state is shown. */
export const stateLooks: Record<ChangeSetState, { word: string; tone: Tone; icon: IconName }> = {
  draft: { word: 'Draft', tone: 'violet', icon: 'pencil' },
  applying: { word: 'Applying', tone: 'blue', icon: 'loader-circle' },
  undoing: { word: 'Undoing', tone: 'blue', icon: 'loader-circle' },
  stopped: { word: 'Stopped half way', tone: 'red', icon: 'triangle-alert' },
  applied: { word: 'Applied', tone: 'green', icon: 'circle-check' },
  discarded: { word: 'Discarded', tone: 'grey', icon: 'ban' },
};
