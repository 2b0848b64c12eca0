import type { ExplainedSide } from '@/lib/explain/model';

/** The parts of an explanation, in the order in which they are shown. */
export const sideParts = ['route', 'checks', 'backEnd', 'mappings', 'outcome', 'answers'] as const;
export type SidePart = (typeof sideParts)[number];

/** Sides that do the same in every part, shown as one. */
export interface SideGroup {
  /** At least one. */
  sides: [ExplainedSide, ...ExplainedSide[]];
  /** What it is held against; null for the first. */
  before: ExplainedSide | null;
  /** Parts in which it differs from the side that it is held against; none for the first. */
  differing: SidePart[];
}

const partOf: Record<SidePart, (side: ExplainedSide) => unknown> = {
  route: ({ unknown, route, decision }) => [unknown, route, decision],
  checks: ({ checks }) => checks,
  backEnd: ({ integration }) => integration,
  mappings: ({ mappings }) => mappings,
  outcome: ({ sent, mockStatus, refusal }) => [sent, mockStatus, refusal],
  answers: ({ answers }) => answers,
};

/** Sides that are the same in all parts become one, at the place of the first. Pure. */
export function groupSides(sides: readonly ExplainedSide[]): SideGroup[] {
  const groups: SideGroup[] = [];
  for (const side of sides) {
    const same = groups.find((group) => differingParts(group.sides[0], side).length === 0);
    if (same) {
      same.sides.push(side);
      continue;
    }
    const before = sides.find(({ key }) => key === side.comparedWith) ?? null;
    groups.push({ sides: [side], before, differing: before ? differingParts(before, side) : [] });
  }
  return groups;
}

function differingParts(one: ExplainedSide, other: ExplainedSide): SidePart[] {
  return sideParts.filter((part) => JSON.stringify(partOf[part](one)) !== JSON.stringify(partOf[part](other)));
}
