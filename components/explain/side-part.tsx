import type { CSSProperties, ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';
import type { ExplainedSide } from '@/lib/explain/model';
import { AnswersPart } from './answers-part';
import { BackEndPart } from './back-end-part';
import { ChecksPart } from './checks-part';
import type { SideGroup, SidePart } from './group-sides';
import { MappingsPart } from './mappings-part';
import { OutcomePart } from './outcome-part';
import { RoutePart } from './route-part';

const titles: Record<SidePart, (side: ExplainedSide) => string> = {
  route: () => 'Route',
  checks: () => 'Checks',
  backEnd: () => 'Back end',
  mappings: () => 'Mappings',
  outcome: ({ refusal, sent }) =>
    refusal ? "The gateway's own answer" : sent ? 'What the back end gets' : 'What the mock answers',
  answers: () => 'The answer on its way back',
};

/** A part's content; null where the side has nothing of it. */
const contents: Record<SidePart, (side: ExplainedSide, before: ExplainedSide | null) => ReactNode> = {
  route: (side) => (side.decision ? <RoutePart side={side} decision={side.decision} /> : null),
  checks: ({ route, checks }) => (route ? <ChecksPart checks={checks} /> : null),
  backEnd: ({ integration }) => (integration ? <BackEndPart integration={integration} /> : null),
  mappings: ({ integration, mappings }, before) =>
    integration ? <MappingsPart mappings={mappings} before={before?.integration ? before.mappings : null} /> : null,
  outcome: (side) => (side.unknown === null ? <OutcomePart side={side} /> : null),
  answers: ({ answers, refusal }) => (answers && !refusal ? <AnswersPart answers={answers} /> : null),
};

/**
 * One part of a side under its heading; nothing where the side has none. What is the same as on the side that it is held against waits
 * behind a line, so that the differences are what one sees.
 */
export function SidePartView({
  group: {
    sides: [side],
    before,
    differing,
  },
  part,
  className,
  style,
}: {
  group: SideGroup;
  part: SidePart;
  className?: string;
  style?: CSSProperties;
}) {
  const content = contents[part](side, before);
  if (content === null) return null;
  return (
    <div style={style} className={cn('min-w-0 border-line border-b px-4 py-3', className)}>
      <h3 className="mb-1.5 flex items-center gap-2 font-medium text-ink-muted text-xs">
        {titles[part](side)}
        {differing.includes(part) ? <Badge tone="amber">differs</Badge> : null}
      </h3>
      {before === null || differing.includes(part) ? content : <Same as={before.title}>{content}</Same>}
    </div>
  );
}

function Same({ as: title, children }: { as: string; children: ReactNode }) {
  return (
    <details className="group">
      <summary className="inline-flex items-center gap-1 rounded-sm text-ink-muted text-sm hover:text-ink">
        The same as {title}
        <Icon
          name="chevron-right"
          className="size-4 text-ink-subtle group-open:rotate-90 motion-safe:transition-transform"
        />
      </summary>
      <div className="mt-2">{children}</div>
    </details>
  );
}
