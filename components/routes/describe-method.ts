import type { Integration, Method } from '@/lib/gateway/model';
import { kindOf, summaryOf } from '@/lib/integrations/registry';
import { kindLooks } from './kind-looks';

/** One thing about a route, as lines of text; no lines where it has nothing of the kind. */
interface Aspect {
  label: string;
  linesOf: (method: Method) => string[];
}

const places: Record<string, string> = { header: 'header', querystring: 'query', path: 'path' };

/** `integration.request.header.X-Tenant` -> `header X-Tenant`. */
function nameOf(key: string): string {
  const [, , place = '', ...name] = key.split('.');
  return `${places[place] ?? place} ${name.join('.')}`;
}

const mapLines = (map: Record<string, string>) => Object.entries(map).map(([key, text]) => `${nameOf(key)} ← ${text}`);
const templateLines = (templates: Record<string, string>) =>
  Object.entries(templates).map(([type, text]) => (text === '' ? `${type}: as it is` : `${type}: ${text}`));

/** Of what speaks HTTP the URL says all; of services their URI is for those who know it. */
function backEndLines(integration: Integration): string[] {
  const { word } = kindLooks[kindOf(integration)];
  if (integration.type.startsWith('HTTP')) return [`${word}: ${integration.uri ?? ''}`];
  return [`${word}: ${summaryOf(integration)}`, ...(integration.uri ? [integration.uri] : [])];
}

/** What tells routes apart, the most important first. */
const aspects: Aspect[] = [
  {
    label: 'Back end',
    linesOf: ({ integration }) => (integration ? backEndLines(integration) : ['none']),
  },
  {
    label: 'Sends',
    linesOf: ({ integration }) =>
      integration?.httpMethod
        ? [
            integration.httpMethod === 'ANY' ? "the client's own method" : integration.httpMethod,
            integration.type.endsWith('_PROXY') ? 'handed through' : 'by templates and responses',
          ]
        : [],
  },
  { label: 'Timeout', linesOf: ({ integration }) => (integration ? [`${integration.timeoutMs / 1000} s`] : []) },
  { label: 'Request mappings', linesOf: ({ integration }) => mapLines(integration?.requestParameters ?? {}) },
  { label: 'Request templates', linesOf: ({ integration }) => templateLines(integration?.requestTemplates ?? {}) },
  {
    label: 'Answers',
    linesOf: ({ integration }) =>
      Object.entries(integration?.responses ?? {}).flatMap(([status, response]) => [
        `${response.selectionPattern ?? 'anything else'} → ${status}`,
        ...mapLines(response.parameters).map((line) => `${status} ${line}`),
        ...templateLines(response.templates).map((line) => `${status} ${line}`),
      ]),
  },
  {
    label: 'Declared answers',
    linesOf: ({ responses }) =>
      Object.entries(responses).map(([status, { parameters, models }]) =>
        [status, ...Object.keys(parameters).map(nameOf), ...Object.values(models)].join(' · '),
      ),
  },
  {
    label: 'Who may call it',
    linesOf: (method) => [
      method.authorizationType === 'NONE' ? 'anybody' : `${method.authorizationType} ${method.authorizer ?? ''}`.trim(),
      ...method.authorizationScopes.map((scope) => `scope ${scope}`),
      ...(method.apiKeyRequired ? ['with an API key'] : []),
    ],
  },
  {
    label: 'Request',
    linesOf: (method) => [
      ...(method.requestValidator ? [`validator ${method.requestValidator}`] : []),
      ...(method.operationName ? [`operation ${method.operationName}`] : []),
      ...Object.entries(method.requestParameters).map(
        ([key, required]) => `${nameOf(key)}${required ? ', required' : ''}`,
      ),
      ...Object.entries(method.requestModels).map(([type, model]) => `${type}: ${model}`),
    ],
  },
  {
    label: 'Connection',
    linesOf: ({ integration }) =>
      integration
        ? [
            ...(integration.connectionId ? [`VPC link ${integration.connectionId}`] : []),
            ...(integration.integrationTarget ? [`to ${integration.integrationTarget}`] : []),
            ...(integration.credentials ? [`as ${integration.credentials}`] : []),
            ...(integration.tlsInsecure ? ['accepts any certificate'] : []),
          ]
        : [],
  },
  {
    label: 'Bodies and cache',
    linesOf: ({ integration }) =>
      integration
        ? [
            ...(integration.passthroughBehavior === 'WHEN_NO_MATCH' ? [] : [integration.passthroughBehavior]),
            ...(integration.contentHandling ? [integration.contentHandling] : []),
            ...(integration.responseTransferMode === 'STREAM' ? ['answers are streamed'] : []),
            ...(integration.cacheNamespace ? [`cache namespace ${integration.cacheNamespace}`] : []),
            ...integration.cacheKeyParameters.map((key) => `cache key ${key}`),
          ]
        : [],
  },
];

/** One row of the comparison: what each side says, and whether that differs from the reference. */
export interface ComparedAspect {
  label: string;
  cells: { lines: string[]; differs: boolean }[];
}

/**
 * What the sides of a route say, aspect by aspect, without those that none of them has. `reference` is the index of the side
 * that the others are held against. Pure.
 */
export function compareMethods(sides: readonly (Method | null)[], reference: number): ComparedAspect[] {
  return aspects.flatMap(({ label, linesOf }) => {
    const lines = sides.map((method) => (method ? linesOf(method) : []));
    if (lines.every((one) => one.length === 0)) return [];
    const wanted = (lines[reference] ?? []).join('\n');
    const held = sides[reference] !== null;
    return [
      {
        label,
        cells: lines.map((own, index) => ({
          lines: own,
          differs: held && sides[index] !== null && own.join('\n') !== wanted,
        })),
      },
    ];
  });
}
