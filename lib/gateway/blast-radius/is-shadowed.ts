import type { Exposure } from '@/lib/gateway/blast-radius';

/**
 * Whether requests for a route under one base path all go to a longer base path of the same domain. As soon as one base path of a domain
 * has several levels, AWS compares beginnings of texts instead of whole segments: `orders` then takes `/ordersandmore`, too.
 */
export function isShadowed(exposure: Exposure, path: string, ofDomain: readonly Exposure[]): boolean {
  const byText = ofDomain.some(({ basePath }) => basePath.includes('/'));
  const reached = join(baseOf(exposure), exposure.stage === null ? '' : path.slice(1));
  return ofDomain.some((other) => {
    const base = baseOf(other);
    if (base.length <= baseOf(exposure).length) return false;
    return byText ? startsWithLiteral(reached, base) : reached === base || reached.startsWith(`${base}/`);
  });
}

/** A path variable may be anything: what it begins is not all taken. */
function startsWithLiteral(path: string, base: string): boolean {
  return path.startsWith(base);
}

function baseOf({ basePath }: Exposure): string {
  return basePath === '(none)' ? '' : basePath;
}

function join(base: string, path: string): string {
  return base === '' || path === '' ? base + path : `${base}/${path}`;
}
