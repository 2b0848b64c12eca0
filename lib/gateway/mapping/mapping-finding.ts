import type { MappingProblem, MappingSide } from './mapping';

/** What a finding is about, for whoever wants to treat some differently. */
export type MappingCode =
  | 'invalid-target'
  | 'invalid-value'
  /** The method, or the method response, doesn't declare it. */
  | 'undeclared'
  /** Two places declare one name. */
  | 'duplicate-name'
  /** The resource's path has no such variable. */
  | 'unknown-path-variable'
  /** There is no method response of that status. */
  | 'no-method-response'
  /** Every request ends in 500. */
  | 'forbidden-header'
  /** A variable of the URI that no mapping fills. */
  | 'unmapped-variable'
  /** A mapping to a variable that the URI doesn't have. */
  | 'unused-variable'
  /** A constant that reads like an expression. */
  | 'quoted-expression'
  /** Mapped, dropped, overwritten or reserved on the way. */
  | 'header-rule'
  /** The type of integration ignores it. */
  | 'ignored';

/** Something wrong, or not as it looks, in a mapping: where, and what to do about it. */
export interface MappingFinding extends MappingProblem {
  severity: 'error' | 'warning' | 'hint';
  code: MappingCode;
  side: MappingSide;
  /** Of the integration response; null on the request side. */
  status: string | null;
  /** The mapping's left side as AWS writes it; the declaration's key for `duplicate-name`. */
  key: string;
  /** Which side of the mapping `at` and `length` count in. */
  part: 'target' | 'value';
}

/** Makes findings about one mapping; `whole` spans all of its part. */
export function findingsAt(where: Pick<MappingFinding, 'side' | 'status' | 'key'>, value: string) {
  const of =
    (part: MappingFinding['part']) =>
    (severity: MappingFinding['severity'], code: MappingCode, problem: MappingProblem | string): MappingFinding => {
      const text = part === 'target' ? where.key : value;
      const span = typeof problem === 'string' ? { at: 0, length: text.length, sentence: problem } : problem;
      return { ...where, ...span, severity, code, part };
    };
  return { target: of('target'), value: of('value') };
}

/** The warning for `'method.request.path.id'`: a constant, which quotes make of what looks like an expression. */
export function quotedExpression(text: string): string | null {
  const [, inner] = /^'((?:method\.request|integration\.response|context|stageVariables)\..+)'$/.exec(text) ?? [];
  return inner === undefined
    ? null
    : `In quotes this is a constant: it sends the text ${inner}. Without quotes it is read.`;
}
