import { parentOf } from '@/lib/gateway/canonicalise/parents';
import type { Finding } from './finding';
import { finding, type Rule } from './rule';

/** What the tree of resources can't be: facts 04, 4.2. */
export const siblings: Rule = ({ snapshot }) => {
  const variables = new Map<string, string>();
  return Object.keys(snapshot.resources).flatMap((path): Finding[] => {
    const parent = parentOf(path);
    if (parent === null) return [];
    const subject = { kind: 'resource', path } as const;
    if (parent.endsWith('+}')) {
      const fix = `Make the variable of ${parent} an ordinary one, or put the new path elsewhere.`;
      return [finding('invalid-greedy', 'error', subject, `nothing can stand below ${parent}, which takes all.`, fix)];
    }
    const part = path.slice(path.lastIndexOf('/') + 1);
    if (!part.startsWith('{')) return [];
    const other = variables.get(parent);
    if (other === undefined) {
      variables.set(parent, path);
      return [];
    }
    const sentence = `${other} is a variable at the same place already, and there can be only one.`;
    return [finding('invalid-sibling', 'error', subject, sentence, `Use ${other} for both.`)];
  });
};
