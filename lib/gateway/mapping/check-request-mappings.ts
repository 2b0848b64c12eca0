import type { Integration, Method } from '../model';
import { declarationFor } from './declarations-for';
import { requestHeaderRule, requestMappingsIgnored } from './header-rules';
import { findingsAt, type MappingFinding, quotedExpression } from './mapping-finding';
import { parseMapping } from './parse-mapping';
import { parseTarget } from './parse-target';
import { pathVariables } from './path-variables';

/** Findings about what a method declares and its integration maps on the way in. */
export function checkRequestMappings(method: Method, path: string): MappingFinding[] {
  const { integration } = method;
  return [
    ...checkDeclarations(method, path),
    ...Object.entries(integration?.requestParameters ?? {}).flatMap(([key, text]) =>
      integration ? [...checkTarget(key, text, integration), ...checkValue(key, text, method)] : [],
    ),
    ...unmappedVariables(integration),
  ];
}

function checkDeclarations({ requestParameters }: Method, path: string): MappingFinding[] {
  const variables = pathVariables(path);
  const seen = new Map<string, string>();
  return Object.keys(requestParameters).flatMap((key) => {
    const { target } = findingsAt({ side: 'request', status: null, key }, '');
    const [, place, name] = /^method\.request\.(path|querystring|header)\.([a-zA-Z0-9._$-]+)$/.exec(key) ?? [];
    if (place === undefined || name === undefined) {
      return [target('error', 'invalid-target', 'A declaration is method.request.header.NAME, querystring or path.')];
    }
    const other = seen.get(name);
    seen.set(name, key);
    if (other) return [target('error', 'duplicate-name', `${other} has the same name: one name may be declared once.`)];
    if (place !== 'path' || variables.includes(name)) return [];
    return [target('error', 'unknown-path-variable', `The path ${path} has no variable {${name}}.`)];
  });
}

function checkTarget(key: string, text: string, integration: Integration): MappingFinding[] {
  const { target } = findingsAt({ side: 'request', status: null, key }, text);
  const parsed = parseTarget(key, 'request');
  if (!parsed.ok) return parsed.problems.map((problem) => target('error', 'invalid-target', problem));
  const { place, name } = parsed.target;
  const rule = place === 'header' ? requestHeaderRule(name, integration.type) : null;
  if (rule?.fate === 'forbidden') return [target('error', 'forbidden-header', rule.sentence)];
  const ignored = requestMappingsIgnored(integration.type);
  if (ignored) return [target('hint', 'ignored', ignored)];
  if (rule) return [target(rule.fate === 'dropped' ? 'warning' : 'hint', 'header-rule', rule.sentence)];
  if (place !== 'path' || pathVariables(integration.uri ?? '').includes(name)) return [];
  return [target('warning', 'unused-variable', `The back end's address has no {${name}} to put this into.`)];
}

function checkValue(key: string, text: string, method: Method): MappingFinding[] {
  const { value } = findingsAt({ side: 'request', status: null, key }, text);
  const parsed = parseMapping(text, 'request');
  if (!parsed.ok) return parsed.problems.map((problem) => value('error', 'invalid-value', problem));
  const quoted = quotedExpression(text);
  if (quoted) return [value('warning', 'quoted-expression', quoted)];
  const declaration = declarationFor(parsed.mapping);
  if (declaration === null || Object.hasOwn(method.requestParameters, declaration)) return [];
  return [
    value('error', 'undeclared', `The method does not declare ${declaration}; AWS refuses the mapping without it.`),
  ];
}

function unmappedVariables(integration: Integration | null): MappingFinding[] {
  if (!integration || requestMappingsIgnored(integration.type)) return [];
  const names = [...new Set(pathVariables(integration.uri ?? ''))];
  return names
    .map((name) => ({ name, key: `integration.request.path.${name}` }))
    .filter(({ key }) => !Object.hasOwn(integration.requestParameters, key))
    .map(({ name, key }) =>
      findingsAt({ side: 'request', status: null, key }, '').target(
        'warning',
        'unmapped-variable',
        `Nothing is mapped to {${name}} of the back end's address: every request ends in 500.`,
      ),
    );
}
