import type { PatchOperation } from '@aws-sdk/client-api-gateway';
import { validationFailure, violation } from '../../protocol/failure';
import { type PatchWords, plainWords } from './patch-words';

export type PatchOp = 'add' | 'replace' | 'remove' | 'copy';

/** How one path changes a resource of type `T`. */
export interface PatchRule<T> {
  ops: PatchOp[];
  apply(target: T, value: string, at: PatchPlace): T;
}

interface PatchPlace {
  op: PatchOp;
  path: string;
  /** What stood in the place of `{key}`, its slashes unescaped. */
  key: string;
  /** Of `copy` alone. */
  from: string;
}

/** Paths of a resource: `/description`, `/variables/{key}`. */
export type PatchRules<T> = Record<string, PatchRule<T>>;

/** A path that {@link PatchRules} can't describe. */
export type OtherRule<T> = (path: string, op: string) => PatchRule<T> | undefined;

const opNames = ['add', 'remove', 'move', 'test', 'replace', 'copy'];

/**
 * Applies patch operations in order, all or none (facts 06).
 * @param shapeName the input shape as the framework prints it, e.g. `updateStageInput`
 * @param words how this kind of resource refuses paths and operations
 */
export function applyPatch<T>(
  target: T,
  operations: PatchOperation[] | undefined,
  rules: PatchRules<T>,
  shapeName: string,
  words: PatchWords = plainWords,
  otherRule: OtherRule<T> = () => undefined,
): T {
  refuseMissingOps(operations, shapeName);
  let patched = target;
  for (const { op = '', path, value, from } of operations ?? []) {
    const other = otherRule(path ?? '', op);
    const found = findRule(rules, path ?? '') ?? (other && { rule: other, key: '' });
    if (!found || path === undefined) throw words.unknownPath({ op, path, from });
    const { rule, key } = found;
    if (!rule.ops.includes(op as PatchOp)) throw words.wrongOp({ op, path, from }, rule.ops);
    patched = rule.apply(patched, value ?? '', { op: op as PatchOp, path, key, from: from ?? '' });
  }
  return patched;
}

/** Unknown ones the framework has refused already. */
function refuseMissingOps(operations: PatchOperation[] | undefined, shapeName: string): void {
  const constraint = `Member must satisfy enum value set: [${opNames.join(', ')}]`;
  const violations = (operations ?? []).flatMap(({ op }, index) =>
    op === undefined ? [violation(op, `${shapeName}.patchOperations.${index + 1}.member.op`, constraint)] : [],
  );
  if (violations.length > 0) throw validationFailure(violations);
}

function findRule<T>(rules: PatchRules<T>, path: string): { rule: PatchRule<T>; key: string } | undefined {
  const ruleOf = (template: string) => (Object.hasOwn(rules, template) ? rules[template] : undefined);
  const exact = ruleOf(path);
  if (exact) return { rule: exact, key: '' };
  const parts = path.split('/');
  const key = parts.pop() ?? '';
  const keyed = ruleOf(`${parts.join('/')}/{key}`);
  return keyed && key !== '' ? { rule: keyed, key: key.replaceAll('~1', '/').replaceAll('~0', '~') } : undefined;
}
