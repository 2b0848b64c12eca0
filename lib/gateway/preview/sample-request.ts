import { pathVariables } from '../mapping/path-variables';
import type { Method, Verb } from '../model';
import type { HeaderList } from '../resolve/model';

/** What an operator types on the left of the preview. */
export interface SampleRequest {
  /** One of AWS's verbs; of an ANY method whichever the client may use. */
  verb: string;
  /** With the query, as the client writes it, without base path. */
  path: string;
  headers: HeaderList;
  body: string;
  /** The host name that the client calls. */
  host: string;
}

const values: Record<string, string> = { proxy: 'a/b', id: '42', page: '2', limit: '10', q: 'shoes', lang: 'en' };
const writing = new Set(['POST', 'PUT', 'PATCH', 'ANY']);

/** A request to begin with: fits the path and brings what the method declares. */
export function sampleRequest(path: string, verb: Verb, method: Method, host = 'shop.example.com'): SampleRequest {
  const declared = Object.keys(method.requestParameters);
  const named = (place: string) =>
    declared
      .filter((key) => key.startsWith(`method.request.${place}.`))
      .map((key) => key.slice(`method.request.${place}.`.length));
  const query = named('querystring').map(
    (name) => `${encodeURIComponent(name)}=${values[name.toLowerCase()] ?? 'value'}`,
  );
  const headers: [string, string][] = [
    ['Host', host],
    ['Accept', '*/*'],
    ['User-Agent', 'curl/8.5.0'],
    ...named('header')
      .filter((name) => !/^(host|accept|user-agent|content-type)$/i.test(name))
      .map((name): [string, string] => [name, /^authorization$/i.test(name) ? 'Bearer token' : 'value']),
    ...(writing.has(verb) ? [['Content-Type', 'application/json'] as [string, string]] : []),
  ];
  return {
    verb: verb === 'ANY' ? 'POST' : verb,
    path: `${samplePath(path)}${query.length > 0 ? `?${query.join('&')}` : ''}`,
    headers,
    body: writing.has(verb) ? '{"id": 42, "name": "example"}' : '',
    host,
  };
}

/** `/orders/{id}` -> `/orders/42` */
export function samplePath(path: string): string {
  return pathVariables(path).reduce(
    (filled, name) =>
      filled.replace(new RegExp(`\\{${escapePattern(name)}\\+?\\}`), values[name.toLowerCase()] ?? 'value'),
    path,
  );
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
