import type { Method } from '../model';
import { responseHeaderRule, responseMappingsIgnored } from './header-rules';
import { findingsAt, type MappingFinding, quotedExpression } from './mapping-finding';
import { parseMapping } from './parse-mapping';
import { parseTarget } from './parse-target';

/** Findings about what a method's integration responses map on the way out. */
export function checkResponseMappings(method: Method): MappingFinding[] {
  const { integration } = method;
  if (!integration) return [];
  const ignored = responseMappingsIgnored(integration.type);
  return Object.entries(integration.responses).flatMap(([status, response]) => {
    const isDeclared = Object.hasOwn(method.responses, status);
    const about = findingsAt({ side: 'response', status, key: '' }, '');
    const undeclared = `The method declares no response ${status}, so AWS refuses this one.`;
    return [
      ...(isDeclared ? [] : [about.target('error', 'no-method-response', undeclared)]),
      ...(ignored ? [about.target('hint', 'ignored', ignored)] : []),
      ...Object.entries(response.parameters).flatMap(([key, text]) => checkMapping(method, status, key, text)),
    ];
  });
}

function checkMapping(method: Method, status: string, key: string, text: string): MappingFinding[] {
  const { target, value } = findingsAt({ side: 'response', status, key }, text);
  const findings: MappingFinding[] = [];
  const parsedTarget = parseTarget(key, 'response');
  if (!parsedTarget.ok) findings.push(...parsedTarget.problems.map((each) => target('error', 'invalid-target', each)));
  else {
    const declared = method.responses[status]?.parameters;
    if (declared && !Object.hasOwn(declared, key)) {
      const sentence = `The method response ${status} does not declare ${key}; AWS refuses the mapping without it.`;
      findings.push(target('error', 'undeclared', sentence));
    }
    const type = method.integration?.type ?? 'MOCK';
    const rule = responseMappingsIgnored(type) ? null : responseHeaderRule(parsedTarget.target.name, type);
    if (rule) findings.push(target(rule.fate === 'reserved' ? 'hint' : 'warning', 'header-rule', rule.sentence));
  }
  const parsedValue = parseMapping(text, 'response');
  if (!parsedValue.ok) findings.push(...parsedValue.problems.map((each) => value('error', 'invalid-value', each)));
  const quoted = quotedExpression(text);
  if (quoted) findings.push(value('warning', 'quoted-expression', quoted));
  return findings;
}
