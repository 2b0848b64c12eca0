/** Query parameters in order, decoded; a name may repeat. */
export type QueryList = readonly (readonly [name: string, value: string])[];

/** Decodes as API Gateway does: `+` is a space, `;` separates like `&`, what isn't valid stays as it is. */
export function parseQuery(rawQuery: string): [string, string][] {
  return rawQuery
    .split(/[&;]/)
    .filter((part) => part !== '')
    .map((part) => {
      const equals = part.indexOf('=');
      const [name, value] = equals === -1 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)];
      return [decodePercent(name.replaceAll('+', ' ')), decodePercent(value.replaceAll('+', ' '))];
    });
}

/** Empty for no parameters, else without the question mark. */
export function formatQuery(query: QueryList): string {
  return query.map(([name, value]) => `${encodePercent(name)}=${encodePercent(value)}`).join('&');
}

/** Percent-decoding that leaves alone what is not valid UTF-8 or not an escape. */
export function decodePercent(text: string): string {
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}

/** Encodes everything but unreserved characters (RFC 3986), also lone surrogates, which can't be in UTF-8. */
export function encodePercent(text: string): string {
  const encoded = encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\u{FFFD}'));
  return encoded.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
