import type { ExplainedSide } from '@/lib/explain/model';

/** The parts of an explanation, in the order in which they are shown. */
export const sideParts = ['route', 'checks', 'backEnd', 'mappings', 'outcome', 'answers'] as const;
export type SidePart = (typeof sideParts)[number];

/** Sides that do the same in every part, shown as one. */
export interface SideGroup {
  /** At least one. */
  sides: [ExplainedSide, ...ExplainedSide[]];
  /** Parts in which it differs from the group before; none for the first. */
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

/** Neighbours that are the same in all parts become one. Pure. */
export function groupSides(sides: readonly ExplainedSide[]): SideGroup[] {
  const groups: SideGroup[] = [];
  for (const side of sides) {
    const before = groups.at(-1);
    const differing = before ? differingParts(before.sides[0], side) : [];
    if (before && differing.length === 0) before.sides.push(side);
    else groups.push({ sides: [side], differing });
  }
  return groups;
}

function differingParts(one: ExplainedSide, other: ExplainedSide): SidePart[] {
  return sideParts.filter((part) => JSON.stringify(partOf[part](one)) !== JSON.stringify(partOf[part](other)));
}
