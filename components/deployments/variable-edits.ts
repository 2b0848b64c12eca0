import type { Edit } from '@/lib/gateway/edits';

export interface VariableRow {
  id: number;
  name: string;
  value: string;
}

/** AWS: names of letters, digits and underscores up to 64 characters; values up to 512 of these characters. */
const namePattern = /^\w{1,64}$/;
const valuePattern = /^[A-Za-z0-9\-._~:/?#&=,]{1,512}$/;

/** What is wrong with the rows, by their ids. Pure. */
export function variableProblems(rows: readonly VariableRow[]): Record<number, { name?: string; value?: string }> {
  const problems: Record<number, { name?: string; value?: string }> = {};
  rows.forEach(({ id, name, value }, index) => {
    const found: { name?: string; value?: string } = {};
    if (!namePattern.test(name)) found.name = 'Letters, digits and underscores, at most 64.';
    else if (rows.findIndex((row) => row.name === name) < index) found.name = 'There is a variable of this name.';
    if (!valuePattern.test(value)) found.value = 'Letters, digits and - . _ ~ : / ? # & = , up to 512.';
    if (found.name || found.value) problems[id] = found;
  });
  return problems;
}

/** The edits that make a stage's variables so. Pure. */
export function variableEdits(stage: string, before: Record<string, string>, rows: readonly VariableRow[]): Edit[] {
  const after = new Map(rows.map(({ name, value }) => [name, value]));
  const names = [...new Set([...Object.keys(before), ...after.keys()])];
  return names.flatMap((key): Edit[] => {
    const value = after.get(key) ?? null;
    if (value === (before[key] ?? null)) return [];
    return [{ op: 'set', subject: { kind: 'stage', name: stage }, field: 'variables', key, value }];
  });
}
