import type { Subject } from '@/lib/gateway/subjects';
import type { Finding } from './finding';
import { finding, ofIntegration, type Rule } from './rule';
import { secretLike } from './secret-like';

const rule = 'secret-constant';
const fix =
  'Everybody who may read the gateway can read it. Let the back end fetch it from a secret store, or an authorizer supply it.';

/** Secrets where everybody can read them: constants, addresses, templates, stage variables. Findings never repeat them. */
export const secrets: Rule = ({ routes, snapshot }) => [
  ...routes.flatMap((route) => {
    const { path, verb, integration } = route;
    if (!integration) return [];
    return [
      ...ofUri(ofIntegration(route), integration.uri),
      ...ofTexts(ofIntegration(route), integration.requestParameters, isConstant),
      ...ofTexts(ofIntegration(route), integration.requestTemplates),
      ...Object.entries(integration.responses).flatMap(([status, { parameters, templates }]) => {
        const subject: Subject = { kind: 'integration-response', path, verb, status };
        return [...ofTexts(subject, parameters, isConstant), ...ofTexts(subject, templates)];
      }),
    ];
  }),
  ...Object.entries(snapshot.gatewayResponses).flatMap(([type, { parameters, templates }]) => {
    const subject: Subject = { kind: 'gateway-response', type };
    return [...ofTexts(subject, parameters, isConstant), ...ofTexts(subject, templates)];
  }),
  ...Object.entries(snapshot.stages).flatMap(([name, { variables }]) => ofTexts({ kind: 'stage', name }, variables)),
];

function isConstant(text: string): boolean {
  return text.startsWith("'");
}

function ofTexts(
  subject: Subject,
  texts: Record<string, string>,
  counts: (text: string) => boolean = () => true,
): Finding[] {
  return Object.entries(texts).flatMap(([key, text]) => {
    const secret = counts(text) ? secretLike(text.replace(/^'(.*)'$/s, '$1')) : null;
    return secret === null ? [] : [finding(rule, 'warning', subject, `${key} looks like ${secret}.`, fix)];
  });
}

/** `https://user:password@host`, or a key in the query. */
function ofUri(subject: Subject, uri: string | null): Finding[] {
  if (uri === null || !/^https?:/.test(uri)) return [];
  const secret = /^https?:\/\/[^/@]+:[^/@]+@/.test(uri)
    ? 'a password'
    : secretLike(uri.replace(/^https?:\/\/[^/]*/, ''));
  return secret === null
    ? []
    : [finding(rule, 'warning', subject, `the back end's address holds what looks like ${secret}.`, fix)];
}
