import type { ReactNode } from 'react';
import { Badge, StatusBadge } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import type { ExplainedSide } from '@/lib/explain/model';
import { AnswersPart } from './answers-part';
import { BackEndPart } from './back-end-part';
import { ChecksPart } from './checks-part';
import { type SideGroup, type SidePart, sideParts } from './group-sides';
import { MappingsPart } from './mappings-part';
import { OutcomePart } from './outcome-part';
import { RoutePart } from './route-part';
import { outcomeLook, titleOfGroup } from './side-words';

const titles: Record<SidePart, string> = {
  route: 'Route',
  checks: 'Checks before it',
  backEnd: 'Back end',
  mappings: 'Mappings',
  outcome: 'What is sent',
  answers: 'The answer on its way back',
};

/** A part's content; null where the side has nothing of it. */
const contentOf: Record<SidePart, (side: ExplainedSide) => ReactNode> = {
  route: (side) => (side.decision ? <RoutePart side={side} decision={side.decision} /> : null),
  checks: ({ route, checks }) => (route ? <ChecksPart checks={checks} /> : null),
  backEnd: ({ integration }) => (integration ? <BackEndPart integration={integration} /> : null),
  mappings: ({ integration, mappings }) => (integration ? <MappingsPart mappings={mappings} /> : null),
  outcome: (side) => (side.unknown === null ? <OutcomePart side={side} /> : null),
  answers: ({ answers, refusal }) => (answers && !refusal ? <AnswersPart answers={answers} /> : null),
};

const titleOf = (part: SidePart, { refusal, mockStatus, sent }: ExplainedSide): string =>
  part !== 'outcome'
    ? titles[part]
    : refusal
      ? "The gateway's own answer"
      : sent
        ? 'The back end gets'
        : mockStatus === null
          ? 'The mock'
          : 'The mock answers';

const columns: Record<number, string> = {
  1: '',
  2: 'lg:grid-cols-2',
  3: 'lg:grid-cols-2 xl:grid-cols-3',
};

/** The sides in columns, part beside part; below each other on narrow screens. */
export function ExplainedSides({ groups }: { groups: SideGroup[] }) {
  return (
    <div className={cn('grid items-stretch gap-x-4 gap-y-0', columns[groups.length] ?? 'lg:grid-cols-2')}>
      {groups.map((group) => (
        <SideColumn key={group.sides[0].key} group={group} alone={groups.length === 1} />
      ))}
    </div>
  );
}

/** Parts of the columns share their rows, so that one reads across. */
function SideColumn({ group, alone }: { group: SideGroup; alone: boolean }) {
  const [side] = group.sides;
  const { tone, icon, word } = outcomeLook(side);
  const title = titleOfGroup(group);
  const parts = sideParts.map((part) => ({ part, content: contentOf[part](side) }));
  return (
    <section
      aria-label={title}
      className={cn(
        'mb-4 min-w-0 overflow-hidden rounded-lg border border-line bg-surface last:mb-0',
        alone ? '' : 'row-span-7 grid grid-rows-subgrid',
      )}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-4 py-2.5">
        <h2 className="min-w-0 flex-1 basis-40 font-semibold text-sm">{title}</h2>
        <StatusBadge tone={tone} icon={icon} still>
          {word}
        </StatusBadge>
      </div>
      {side.unknown === null ? null : <p className="px-4 py-3 text-ink-muted text-sm">{side.unknown}</p>}
      <div className={alone ? 'lg:columns-2 lg:gap-0' : 'contents'}>
        {parts.map(({ part, content }, index) =>
          content === null ? null : (
            <div
              key={part}
              style={alone ? undefined : { gridRow: index + 2 }}
              className={cn('min-w-0 border-line border-b px-4 py-3', alone && 'break-inside-avoid')}
            >
              <h3 className="mb-1.5 flex items-center gap-2 font-medium text-ink-muted text-xs">
                {titleOf(part, side)}
                {group.differing.includes(part) ? <Badge tone="amber">differs</Badge> : null}
              </h3>
              {content}
            </div>
          ),
        )}
      </div>
    </section>
  );
}
