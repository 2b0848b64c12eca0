import type { IconName } from '@/components/ui/icon-shapes';
import type { Tone } from '@/components/ui/tone';
import type { ExplainedSide } from '@/lib/explain/model';
import type { SideGroup } from './group-sides';

/** What becomes of the request, in two or three words. */
export function outcomeLook({ unknown, refusal, sent, mockStatus }: ExplainedSide): {
  tone: Tone;
  icon: IconName;
  word: string;
} {
  if (unknown !== null) return { tone: 'grey', icon: 'circle-question-mark', word: 'Not known' };
  if (refusal) {
    return { tone: refusal.status < 500 ? 'amber' : 'red', icon: 'ban', word: `API Gateway answers ${refusal.status}` };
  }
  if (sent) return { tone: 'green', icon: 'arrow-right', word: 'Calls the back end' };
  return {
    tone: 'violet',
    icon: 'flask-conical',
    word: `A mock answers${mockStatus === null ? '' : ` ${mockStatus}`}`,
  };
}

/** `Live on prod, the working copy and draft #12`. */
export function titleOfGroup({ sides }: SideGroup): string {
  const titles = sides.map(({ title }) => title);
  const last = titles.pop() ?? '';
  const text = titles.length === 0 ? last : `${titles.join(', ')} and ${last}`;
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
