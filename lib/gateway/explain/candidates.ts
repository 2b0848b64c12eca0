import type { Candidate } from '../explain-resolution';
import type { Snapshot } from '../model';
import { segmentsOf } from '../resolve/route-tree';
import { missSentence, nearness } from './near-miss';
import { fits, type Part, partsOf, rankOf } from './parts';

interface Asked {
  verb: string;
  path: string;
}

/** All resources that fit the path, best first, and those that nearly do. */
export function candidatesOf({ resources }: Snapshot, asked: Asked, chosen: string | null): Candidate[] {
  const { segments } = segmentsOf(asked.path);
  const all = Object.entries(resources).map(([path, { methods }]) => ({
    path,
    parts: partsOf(path),
    verbs: Object.keys(methods),
  }));
  const fitting = all
    .filter(({ parts }) => fits(parts, segments))
    .sort((one, other) => (rankOf(one.parts) < rankOf(other.parts) ? -1 : 1));
  const chosenParts = chosen === null ? null : partsOf(chosen);
  const judged = fitting.map(({ path, parts, verbs }): Candidate => {
    if (path === chosen) return { path, verdict: 'chosen', verbs, sentence: whyChosen(parts, fitting.length) };
    if (!verbs.includes(asked.verb) && !verbs.includes('ANY')) {
      const has = verbs.length === 0 ? 'no method at all' : `${verbs.join(', ')} only`;
      return {
        path,
        verdict: 'no-method',
        verbs,
        sentence: `Fits the path, but has ${has}: a resource without ${asked.verb} is passed over.`,
      };
    }
    return { path, verdict: 'less-specific', verbs, sentence: whyLess(parts, chosenParts) };
  });
  const near = all
    .filter(({ parts, verbs }) => !fits(parts, segments) && verbs.length > 0)
    .map((each) => ({ ...each, nearness: nearness(each.parts, segments) }))
    .filter((each) => each.nearness > 0)
    .sort((one, other) => other.nearness - one.nearness)
    .slice(0, 5)
    .map(
      ({ path, parts, verbs }): Candidate => ({
        path,
        verdict: 'near-miss',
        verbs,
        sentence: missSentence(parts, segments),
      }),
    );
  return [
    ...judged.filter(({ verdict }) => verdict === 'chosen'),
    ...judged.filter(({ verdict }) => verdict !== 'chosen'),
    ...near,
  ];
}

function whyChosen(parts: Part[], fitting: number): string {
  if (fitting === 1) return 'The only resource whose path fits.';
  const kinds = new Set(parts.map(({ kind }) => kind));
  if (!kinds.has('variable') && !kinds.has('greedy')) return 'Fits letter by letter.';
  return 'The most specific of those that fit and have the method.';
}

const words: Record<Part['kind'], string> = {
  fixed: 'A fixed segment',
  variable: 'A variable',
  greedy: 'A greedy variable',
};

/** By the first level at which they differ. */
function whyLess(parts: Part[], chosen: Part[] | null): string {
  const level = parts.findIndex((part, index) => part.text !== chosen?.[index]?.text);
  const mine = parts[level];
  const theirs = chosen?.[level];
  if (!mine || !theirs) return 'Fits, too, but something more specific does.';
  return `${words[theirs.kind]}, ${theirs.text}, goes before ${words[mine.kind].toLowerCase()}, ${mine.text}.`;
}
