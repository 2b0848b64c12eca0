import type { Conflict } from '@/lib/changes/model';
import type { Finding } from '@/lib/gateway/lint/finding';
import type { ApiSettings, Method, Resource, Snapshot, Verb } from '@/lib/gateway/model';
import type { SubjectValues } from '@/lib/gateway/subjects';
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
  /** An edit of the draft has another change against it. */
  conflict: boolean;
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
  /** Null: the reader. */
  author: string | null;
}

/** A route as one side has it. */
export interface RouteSide {
  kind: 'stage' | 'working' | 'draft';
  /** `prod`, `Working copy`, `#12`. */
  title: string;
  /** Null: it has no such route. */
  method: Method | null;
  /** False: nobody knows what the stage serves. */
  known: boolean;
}

/** What the tabs of a route's editor need to know beside the method that they edit. */
export interface RouteFacts {
  path: string;
  verb: Verb;
  api: ApiSettings;
  /** Names. */
  authorizers: string[];
  validators: string[];
  models: string[];
  stages: { name: string; variables: Record<string, string> }[];
  vpcLinks: { id: string; name: string }[];
  lambdaFunctions: { arn: string; name: string }[];
  /** Where the route can be reached, for sample requests. */
  domains: { name: string; basePath: string; stage: string | null; tenantSlug: string | null }[];
}

/** All that the editor of one route shows. */
export interface RouteView {
  path: string;
  verb: Verb;
  owner: RouteOwner | null;
  /** Stages, then the working copy, then the draft. */
  sides: RouteSide[];
  /** What the editor begins with: the draft's, else the working copy's; null when both have none. */
  method: Method | null;
  region: string;
  facts: RouteFacts;
  /** Of what is saved. */
  findings: Finding[];
  /** The gateway without its other paths, and without schemas: what lint needs to follow the typing. */
  surroundings: Snapshot;
  /** What the draft has in conflict here. */
  conflicts: Conflict[];
  /** The path with its routes as the editor finds it; null when it isn't there yet. */
  resource: Resource | null;
  reach: Reach;
}

/** What routes share, beside the settings of the API. */
export type SharedKind = 'authorizer' | 'validator' | 'model' | 'gateway-response';

export interface SharedPart<Kind extends SharedKind> {
  name: string;
  value: SubjectValues[Kind];
  draft: Standing | null;
  /** Routes that name it. */
  usedBy: number;
}

export type SharedParts = { [Kind in SharedKind]: SharedPart<Kind>[] };
