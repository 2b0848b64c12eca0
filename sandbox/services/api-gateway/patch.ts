import type { PatchOperation } from '@aws-sdk/client-api-gateway';
import { validationFailure, violation } from '../../protocol/failure';
import { badRequest } from './refusals';

type Op = 'add' | 'replace' | 'remove';

/** How one path changes a resource of type `T`; `key` is what stood in the place of `{key}`. */
export interface PatchRule<T> {
  ops: Op[];
  apply(target: T, value: string, op: Op, key: string): T;
}

/** Paths of a resource: `/description`, `/variables/{key}`. */
export type PatchRules<T> = Record<string, PatchRule<T>>;

const opNames = ['add', 'remove', 'move', 'test', 'replace', 'copy'];

/**
 * Applies patch operations in order, all or none (facts 06).
 * @param shapeName the input shape as the framework prints it, e.g. `updateStageInput`
 * @param unknownPath the refusal of a path that has no rule
 */
export function applyPatch<T>(
  target: T,
  operations: PatchOperation[] | undefined,
  rules: PatchRules<T>,
  shapeName: string,
  unknownPath: (path: string | undefined) => Error = (path) => badRequest(`Invalid patch path ${path ?? 'null'}`),
): T {
  refuseUnknownOps(operations, shapeName);
  let patched = target;
  for (const { op, path, value } of operations ?? []) {
    const found = findRule(rules, path ?? '');
    if (!found) throw unknownPath(path);
    const { rule, key } = found;
    if (!rule.ops.includes(op as Op))
      throw badRequest(`Invalid patch operation specified. Must be one of: [${rule.ops.join(', ')}]`);
    patched = rule.apply(patched, value ?? '', op as Op, key);
  }
  return patched;
}

/** A rule that stores the value as text, or takes it away. */
export function textRule<T, K extends keyof T>(member: K, ops: Op[] = ['replace']): PatchRule<T> {
  return {
    ops,
    apply: (target, value, op) => {
      const { [member]: _old, ...rest } = target;
      return (op === 'remove' ? rest : { ...rest, [member]: value }) as T;
    },
  };
}

function refuseUnknownOps(operations: PatchOperation[] | undefined, shapeName: string): void {
  const violations = (operations ?? []).flatMap(({ op }, index) =>
    op !== undefined && opNames.includes(op)
      ? []
      : [
          violation(
            op,
            `${shapeName}.patchOperations.${index + 1}.member.op`,
            `Member must satisfy enum value set: [${opNames.join(', ')}]`,
          ),
        ],
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
