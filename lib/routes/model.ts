import type { Verb } from '@/lib/gateway/model';
import type { IntegrationKind } from '@/lib/integrations/kinds';

/**
 * How one side stands to the working copy. Of a draft: what it makes of it. Of a stage, seen from the working copy: `new`
 * isn't on the stage yet, `removed` is still there.
 */
export type Standing = 'new' | 'changed' | 'removed';

/** One route of the list. Short: a thousand of them travel to the browser. */
export interface MethodRow {
  verb: Verb;
  /** Null: it has no integration. */
  kind: IntegrationKind | null;
  /** Where its requests go, in short: `orders.internal/orders`. */
  target: string;
  /** What the search finds beside: names of headers and query parameters, the whole URI; lower case. */
  terms: string;
  draft: Standing | null;
  /** Stages that serve something else, by name. */
  stages: Record<string, Standing>;
}

/** One resource with its methods. */
export interface RouteRow {
  path: string;
  owner: RouteOwner | null;
  /** What the draft makes of the resource itself. */
  draft: Exclude<Standing, 'changed'> | null;
  methods: MethodRow[];
}

export interface RouteOwner {
  name: string;
  /** The path that says so: this one or one above. */
  from: string;
}

/** One base path of a hostname that leads to the gateway. */
export interface ReachedFrom {
  name: string;
  basePath: string;
  /** Null: the client names the stage in the path. */
  stage: string | null;
  tenantSlug: string | null;
  tenantName: string | null;
}

/** Through how many domains the gateway is reached now. */
export interface Reach {
  domains: number;
  tenants: number;
  /** The first few. */
  names: string[];
}

/** An open draft, to choose. */
export interface DraftChoice {
  number: number;
  name: string;
  author: string;
}
