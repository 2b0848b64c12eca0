import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { auditActions } from './events';

/** Actions that change nothing and tell nobody anything that their pages wouldn't. A new one here is a decision. */
const pureReads = new Set([
  'checkHostnameAction',
  'previewOnboardingAction',
  'explainRequestAction',
  'previewRetentionAction',
  'previewRemovalAction',
  'readBatchFileAction',
  'checkLinesAction',
]);

const root = path.resolve(import.meta.dirname, '../..');
const records = /\b(recordEvent|audited|writeRow)\(/;

/** What a file imports of ours: the name, and the file that has it. */
function importsOf(text: string, file: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, names = '', from = ''] of text.matchAll(/import (?:type )?\{([^}]*)\} from '([^']+)'/g)) {
    const base = from.startsWith('@/') ? path.join(root, from.slice(2)) : path.join(path.dirname(file), from);
    const target = [`${base}.ts`, `${base}/index.ts`].find((candidate) => existsSync(candidate));
    if (!target) continue;
    for (const name of names.split(','))
      found.set(
        (
          name
            .trim()
            .split(/\s+as\s+/)
            .at(-1) ?? ''
        ).replace(/^type /, ''),
        target,
      );
  }
  return found;
}

/** Whether what is called in `text`, or what that calls, writes into the log. */
function leadsToTheLog(text: string, imports: Map<string, string>, depth = 0, seen = new Set<string>()): boolean {
  if (records.test(text)) return true;
  if (depth === 4) return false;
  return [...imports].some(([name, target]) => {
    if (seen.has(target) || !new RegExp(`\\b${name}\\(`).test(text) || target.includes('/lib/actions/')) return false;
    seen.add(target);
    const inner = readFileSync(target, 'utf8');
    return leadsToTheLog(inner, importsOf(inner, target), depth + 1, seen);
  });
}

const files = readdirSync(path.join(root, 'app'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)actions\.ts$/.test(file))
  .map((file) => path.join(root, 'app', file));

const actions = files.flatMap((file) => {
  const text = readFileSync(file, 'utf8');
  const imports = importsOf(text, file);
  return text
    .split(/^export const /m)
    .slice(1)
    .map((block) => ({ name: block.split(' ')[0] ?? '', logged: leadsToTheLog(block, imports) }));
});

it('finds the actions', () => {
  expect(actions.length).toBeGreaterThan(40);
  expect([...pureReads].filter((name) => !actions.some((action) => action.name === name))).toEqual([]);
});

it.each(actions.filter(({ name }) => !pureReads.has(name)))('$name writes into the audit log', ({ logged }) => {
  expect(logged).toBe(true);
});

it('each route handler that gives data away or changes something writes into the log', () => {
  const handlers = ['app/api/audit/route.ts', 'app/api/openapi/route.ts'];
  for (const file of handlers) {
    const text = readFileSync(path.join(root, file), 'utf8');
    expect(leadsToTheLog(text, importsOf(text, path.join(root, file))), file).toBe(true);
  }
});

it('each event of the log is recorded somewhere', () => {
  const sources = readdirSync(path.join(root, 'lib'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$|audit\/events\.ts$/.test(file))
    .map((file) => readFileSync(path.join(root, 'lib', file), 'utf8'))
    .join('\n');
  expect(auditActions.filter((action) => !sources.includes(`'${action}'`))).toEqual([]);
});
