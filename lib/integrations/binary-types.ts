import type { Edit } from '@/lib/gateway/edits';
import type { ApiSettings } from '@/lib/gateway/model';

/** Of documents that people put into buckets; anything else is text. */
const binaryTypes: Record<string, string> = {
  avif: 'image/avif',
  gif: 'image/gif',
  gz: 'application/gzip',
  ico: 'image/x-icon',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  png: 'image/png',
  webp: 'image/webp',
  woff2: 'font/woff2',
  zip: 'application/zip',
};

/**
 * The type that the gateway has to know as binary before it hands on this document unharmed; null when it does or needn't. A key
 * that ends with a variable may be anything: `*`/`*`.
 */
export function missingBinaryType(
  { binaryMediaTypes }: Pick<ApiSettings, 'binaryMediaTypes'>,
  key: string,
): string | null {
  const extension = /\.([A-Za-z0-9]+)$/.exec(key)?.[1]?.toLowerCase();
  const type = key.endsWith('}')
    ? '*/*'
    : Object.hasOwn(binaryTypes, extension ?? '')
      ? binaryTypes[extension ?? '']
      : null;
  if (!type) return null;
  const known = ['*/*', type, type.replace(/\/.*/, '/*')].some((name) => binaryMediaTypes.includes(name));
  return known ? null : type;
}

/** Adds a binary type to the gateway. It holds for all routes. */
export function withBinaryType({ binaryMediaTypes }: Pick<ApiSettings, 'binaryMediaTypes'>, type: string): Edit {
  const value = [...binaryMediaTypes, type].sort();
  return { op: 'set', subject: { kind: 'api' }, field: 'binaryMediaTypes', key: null, value };
}
