import { contextFields } from '@/lib/gateway/mapping/context-fields';
import type { Method } from '@/lib/gateway/model';
import type { MappingRow } from './mapping-rows';

export interface Suggestion {
  value: string;
  label?: string;
}

const wellKnownHeaders = [
  'Accept',
  'Accept-Language',
  'Authorization',
  'Content-Type',
  'Cookie',
  'Origin',
  'Referer',
  'User-Agent',
  'X-Api-Key',
  'X-Correlation-Id',
  'X-Forwarded-For',
  'X-Request-Id',
];
const backEndHeaders = ['Cache-Control', 'Content-Type', 'ETag', 'Location', 'Retry-After', 'Set-Cookie'];

/** What can stand in a row's source, for the browser's own completion. Pure. */
export function suggestSources(
  kind: MappingRow['kind'],
  known: { path: string; method: Pick<Method, 'requestParameters'>; stageVariables: readonly string[] },
): Suggestion[] {
  switch (kind) {
    case 'context':
      return contextFields
        .filter(({ where }) => where === 'everywhere')
        .map(({ name, sentence }) => ({ value: name, label: sentence }));
    case 'stage-variable':
      return known.stageVariables.map((value) => ({ value }));
    case 'path':
      return [...known.path.matchAll(/\{([^}+]+)\+?\}/g)].map(([, value = '']) => ({ value }));
    case 'query':
    case 'multi-query':
      return declared(known.method, 'querystring');
    case 'header':
    case 'multi-header':
      return [...declared(known.method, 'header'), ...wellKnownHeaders.map((value) => ({ value }))];
    case 'response-header':
    case 'response-multi-header':
      return backEndHeaders.map((value) => ({ value }));
    case 'body':
    case 'response-body':
    case 'constant':
    case 'written':
      return [];
  }
}

function declared({ requestParameters }: Pick<Method, 'requestParameters'>, place: string): Suggestion[] {
  const start = `method.request.${place}.`;
  return Object.keys(requestParameters).flatMap((key) =>
    key.startsWith(start) ? [{ value: key.slice(start.length), label: 'declared by this route' }] : [],
  );
}

/** Names that a row's target can have. Pure. */
export function suggestTargets(
  place: MappingRow['place'],
  side: 'request' | 'response',
  uri: string | null,
): Suggestion[] {
  if (place === 'path') return [...(uri ?? '').matchAll(/(?<!\$)\{([^}]+)\}/g)].map(([, value = '']) => ({ value }));
  if (place === 'query') return [];
  const names =
    side === 'request'
      ? [
          'X-Tenant',
          'X-Tenant-Host',
          'X-Correlation-Id',
          'X-Forwarded-Host',
          'X-Forwarded-Proto',
          'X-Real-IP',
          'Authorization',
        ]
      : [
          'Cache-Control',
          'Content-Type',
          'Location',
          'Strict-Transport-Security',
          'Access-Control-Allow-Origin',
          'X-Correlation-Id',
        ];
  return names.map((value) => ({ value }));
}
