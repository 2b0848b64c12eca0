import { isShadowed } from './blast-radius/is-shadowed';
import { touchedRoutes } from './blast-radius/touched-routes';
import type { Difference } from './edits';
import type { Snapshot, Verb } from './model';

/** A base path of a domain that leads to the gateway. */
export interface Exposure {
  domain: string;
  /** `orders`, `v1/orders`; empty (or AWS's `(none)`) is the domain as a whole. */
  basePath: string;
  /** Null: the first segment after the base path names it. */
  stage: string | null;
  tenantSlug: string | null;
  tenantName: string | null;
  /** Outside of the reader's limits: its names are stand-ins that only serve to count. */
  hidden?: boolean;
}

/** A changed route and who reaches it. */
export interface Affected {
  /** `*` with verb ANY: all routes, where the change is one of the whole gateway. */
  path: string;
  verb: Verb;
  domains: {
    url: string;
    tenantSlug: string | null;
    tenantName: string | null;
    stage: string | null;
    hidden?: boolean;
  }[];
}

/**
 * Which routes the differences touch and the addresses under which tenants reach them. A longer base path of the same domain hides the
 * routes below it.
 *
 * @param snapshots before and after: with them, what routes share (an authorizer, a model) leads to the routes that use it
 */
export function blastRadius(
  differences: readonly Difference[],
  exposures: readonly Exposure[],
  snapshots: readonly Snapshot[] = [],
): Affected[] {
  const byDomain = new Map<string, Exposure[]>();
  for (const exposure of exposures) {
    const others = byDomain.get(exposure.domain);
    if (others) others.push(exposure);
    else byDomain.set(exposure.domain, [exposure]);
  }
  return touchedRoutes(differences, snapshots).map(({ path, verb, stage }) => ({
    path,
    verb,
    domains: exposures
      .filter((exposure) => stage === null || exposure.stage === null || exposure.stage === stage)
      .filter((exposure) => path === '*' || !isShadowed(exposure, path, byDomain.get(exposure.domain) ?? []))
      .map((exposure) => ({
        url: urlOf(exposure, path),
        tenantSlug: exposure.tenantSlug,
        tenantName: exposure.tenantName,
        stage: exposure.stage ?? stage,
        ...(exposure.hidden ? { hidden: true } : {}),
      })),
  }));
}

function urlOf({ domain, basePath, stage }: Exposure, path: string): string {
  const base = basePathOf(basePath);
  const segments = [...(base === '' ? [] : [base]), ...(stage === null ? ['{stage}'] : [])];
  const rest = path === '*' ? '/' : path;
  return `https://${[domain, ...segments].join('/')}${rest === '/' && segments.length > 0 ? '' : rest}`;
}

function basePathOf(basePath: string): string {
  return basePath === '(none)' ? '' : basePath;
}
