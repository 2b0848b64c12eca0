import type { SideGroup, SidePart } from './group-sides';

const partWords: Record<SidePart, string> = {
  route: 'how the route is found',
  checks: 'what is checked',
  backEnd: 'the settings of the back end',
  mappings: 'the mappings',
  outcome: 'what comes of it',
  answers: 'what happens to the answer',
};

/** What a group does differently than the side that it is held against, in sentences that name both. Pure. */
export function differenceSentences({ sides: [side], before, differing }: SideGroup): string[] {
  if (!before || side.unknown !== null || before.unknown !== null) return [];
  const name = capital(side.title);
  if (side.differences.length > 0) return side.differences.map((sentence) => `${name}: ${sentence}`);
  const parts = differing.map((part) => partWords[part]);
  return [`${name}: the same comes of it as in ${before.title}; different is ${parts.join(', ')}.`];
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
