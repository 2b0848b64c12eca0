import { checkMappings, type MappingFinding } from '@/lib/gateway/mapping/check-mappings';
import type { Method } from '@/lib/gateway/model';
import type { Subject } from '@/lib/gateway/subjects';
import { finding, perRoute, type Route, type Rule } from './rule';

type Code = MappingFinding['code'];

/** What AWS refuses begins with `invalid-`; a forbidden header it takes, and then no request works. */
const ruleOf: Record<Code, { rule: string; fix: string | null }> = {
  'invalid-target': { rule: 'invalid-mapping', fix: null },
  'invalid-value': { rule: 'invalid-mapping', fix: null },
  undeclared: { rule: 'invalid-mapping-undeclared', fix: 'Declare it.' },
  'duplicate-name': { rule: 'invalid-declaration', fix: 'Give one of the two another name.' },
  'unknown-path-variable': {
    rule: 'invalid-declaration',
    fix: 'Take the declaration away, or add the variable to the path.',
  },
  'no-method-response': { rule: 'invalid-response', fix: 'Add the response to the method first.' },
  'forbidden-header': { rule: 'forbidden-header', fix: 'Take the mapping away.' },
  'unmapped-variable': {
    rule: 'unmapped-variable',
    fix: 'Map something to it, for example the path variable of the same name.',
  },
  'unused-variable': {
    rule: 'unused-mapping',
    fix: "Put the variable into the back end's address, or take the mapping away.",
  },
  'quoted-expression': { rule: 'quoted-constant', fix: 'Leave the quotes out if it is to be read.' },
  'header-rule': { rule: 'header-mapping', fix: null },
  ignored: { rule: 'ignored-mapping', fix: null },
};

/** Mappings, as the mapping editor shows them while one types. */
export const mappings: Rule = perRoute((route) =>
  checked(route.method, route.path).map((each) => {
    const { rule, fix } = ruleOf[each.code];
    const isNamed = each.key === '' || each.sentence.includes(each.key);
    return finding(
      rule,
      each.severity,
      subjectOf(route, each),
      isNamed ? each.sentence : `${each.key}: ${each.sentence}`,
      fix,
    );
  }),
);

/** Methods never change, and most are the same in one snapshot and the next. */
const known = new WeakMap<Method, { path: string; findings: MappingFinding[] }>();

function checked(method: Method, path: string): MappingFinding[] {
  const before = known.get(method);
  if (before?.path === path) return before.findings;
  const findings = checkMappings(method, path);
  known.set(method, { path, findings });
  return findings;
}

function subjectOf({ path, verb }: Route, { side, status, code }: MappingFinding): Subject {
  if (side === 'response' && status !== null) return { kind: 'integration-response', path, verb, status };
  return { kind: ruleOf[code].rule === 'invalid-declaration' ? 'method' : 'integration', path, verb };
}
