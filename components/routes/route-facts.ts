import type { ApiSettings, Verb } from '@/lib/gateway/model';

/** What the tabs of a route's editor need to know beside the method that they edit. Plain JSON. */
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
