import { StatusBadge } from '@/components/ui/badge';
import type { IconName } from '@/components/ui/icon-shapes';
import type { Tone } from '@/components/ui/tone';
import type { Standing } from '@/lib/routes/model';
import type { RouteLine } from './route-lines';

interface Look {
  tone: Tone;
  icon: IconName;
}

const draftLooks: Record<Standing, Look & { word: string }> = {
  new: { tone: 'green', icon: 'plus', word: 'New' },
  changed: { tone: 'blue', icon: 'pencil', word: 'Changed' },
  removed: { tone: 'red', icon: 'trash', word: 'Removed' },
};

const stageSentence: Record<Standing, (stages: string) => string> = {
  new: (stages) => `Not on ${stages} yet`,
  changed: (stages) => `Not deployed to ${stages}`,
  removed: (stages) => `Still on ${stages}`,
};

/** How a route stands: what the draft makes of it, and which stages serve something else than the working copy. */
export function StandingBadges({
  line,
  draftNumber,
  quiet,
}: {
  line: RouteLine;
  draftNumber: number | null;
  /** Word for a route that is the same everywhere; null where no stage is known. */
  quiet: string | null;
}) {
  const { method, row } = line;
  const draft = method ? method.draft : row.draft;
  const stages = method ? Object.entries(method.stages) : [];
  const conflict = method?.conflict ?? false;
  if (draft === null && stages.length === 0 && !conflict) {
    return method === null || quiet === null ? null : (
      <StatusBadge tone="grey" icon="check" variant="plain" className="max-xl:hidden">
        {quiet}
      </StatusBadge>
    );
  }
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-3">
      {conflict ? (
        <StatusBadge tone="red" icon="triangle-alert" variant="plain">
          Conflict in #{draftNumber}
        </StatusBadge>
      ) : null}
      {draft === null ? null : (
        <StatusBadge tone={draftLooks[draft].tone} icon={draftLooks[draft].icon} variant="plain">
          {draftLooks[draft].word} in #{draftNumber}
        </StatusBadge>
      )}
      {(['removed', 'new', 'changed'] as const).map((standing) => {
        const names = stages.filter(([, one]) => one === standing).map(([name]) => name);
        return names.length === 0 ? null : (
          <StatusBadge key={standing} tone="amber" icon="rocket" variant="plain">
            {stageSentence[standing](names.join(', '))}
          </StatusBadge>
        );
      })}
    </span>
  );
}
