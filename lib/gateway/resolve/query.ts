import type { QueryList } from './model';

/** Decodes as API Gateway does: `+` is a space, `;` separates like `&`, what isn't valid stays as it is. Facts 08, 8.2 and 8.6. */
export function parseQuery(rawQuery: string): [string, string][] {
  if (rawQuery === '') return [];
  const list: [string, string][] = [];
  for (const part of rawQuery.split(/[&;]/)) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    if (equals === -1) list.push([decodeQuery(part), '']);
    else list.push([decodeQuery(part.slice(0, equals)), decodeQuery(part.slice(equals + 1))]);
  }
  return list;
}

function decodeQuery(text: string): string {
  return decodePercent(text.includes('+') ? text.replaceAll('+', ' ') : text);
}

/** Empty for no parameters, else without the question mark. */
export function formatQuery(query: QueryList): string {
  let text = '';
  for (const [name, value] of query) text += `${text === '' ? '' : '&'}${encodePercent(name)}=${encodePercent(value)}`;
  return text;
}

/** Percent-decoding that leaves alone what is not valid UTF-8 or not an escape. */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}

const unreserved = /^[A-Za-z0-9\-._~]*$/;

/** Encodes everything but unreserved characters (RFC 3986), also lone surrogates, which can't be in UTF-8. */
export function encodePercent(text: string): string {
  if (unreserved.test(text)) return text;
  const encoded = encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\u{FFFD}'));
  return encoded.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Encodes what may not stand in a path, and each `%` that doesn't begin an escape. */
export function encodeStray(raw: string): string {
  return raw.replace(/%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~!$&'()*+,;=:@/%]/gu, encodePercent);
}
