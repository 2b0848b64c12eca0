import type { TestLogLine } from './model';

const labels =
  /^(HTTP Method|Method request path|Method request query string|Method request headers|Method request body before transformations|Endpoint request URI|Endpoint request headers|Endpoint request body after transformations|Endpoint response headers|Endpoint response body before transformations|Method response body after transformations|Method response headers|Gateway response type|Gateway response body|Gateway response headers|Extended Request Id|AWS Integration Endpoint RequestId) ?: ?/;

/** One entry of the log, taken apart as far as its kind is known. */
export function readLogLine(text: string): TestLogLine {
  const [start = '', label = null] = labels.exec(text) ?? [];
  const rest = text.slice(start.length);
  return {
    label,
    text: rest.replace(/ ?\[TRUNCATED\]$/, ''),
    pairs: label !== null && /(path|query string|headers)$/.test(label) ? readPairs(rest) : null,
    truncated: /\[TRUNCATED\]/.test(rest),
  };
}

/** `{name=value, other=value}`; values may have commas and equals signs in them. Null for anything else. */
function readPairs(text: string): [string, string][] | null {
  const [, inner] = /^\{(.*)\}(?: ?\[TRUNCATED\])?$/s.exec(text) ?? [];
  if (inner === undefined) return null;
  if (inner === '') return [];
  return inner.split(/, (?=[\w!#$%&'*+.^`|~-]+=)/).map((pair) => {
    const equals = pair.indexOf('=');
    return equals === -1 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
  });
}
