import type { HeaderList } from './model';

/** The last value of a header, compared without regard to letter case, as AWS takes where one is wanted. */
export function headerValue(headers: HeaderList, name: string): string | undefined {
  const wanted = name.toLowerCase();
  for (let index = headers.length - 1; index >= 0; index -= 1) {
    const [each, value] = headers[index] ?? ['', ''];
    if (each.length === wanted.length && each.toLowerCase() === wanted) return value;
  }
  return undefined;
}

/** The media type without parameters, lower case; JSON when there is none (facts 04, 4.7). */
export function mediaType(contentType: string | undefined): string {
  if (contentType === undefined) return 'application/json';
  const semicolon = contentType.indexOf(';');
  const type = (semicolon === -1 ? contentType : contentType.slice(0, semicolon)).trim().toLowerCase();
  return type === '' ? 'application/json' : type;
}
