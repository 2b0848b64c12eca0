import type { Integration, Method, Verb } from '../model';
import type { RenderTemplate } from '../templates/model';

/** Headers in order, names as sent; a name may repeat. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/** Query parameters in order, decoded; a name may repeat. */
export type QueryList = readonly (readonly [name: string, value: string])[];

/** A client's request once domain and mapping are known. `requestOf` makes one with examples for what isn't known. */
export interface GatewayRequest {
  /** As sent; `X-HTTP-Method-Override` is heeded. */
  verb: string;
  /** What is left for the API: without base path and stage; starts with a slash, not decoded. */
  path: string;
  /** As sent, without the question mark; `''` for none. */
  query: string;
  /** Names in lower case already where a domain with multi-level mappings makes them so. */
  headers: HeaderList;
  body: string;
  /** The host name that the client called, lower case, no port. */
  host: string;
  /** The path as the client wrote it, with base path or stage. */
  fullPath: string;
  sourceIp: string;
  isSecure: boolean;
  /** `1.1`, `2.0`. */
  httpVersion: string;
  requestId: string;
  extendedRequestId: string;
  traceId: string;
  /** ms since 1970. */
  receivedAt: number;
}

/** The stage that serves, and what only AWS knows of the gateway. All of it optional: examples stand in. */
export interface ResolveOptions {
  stage?: { name: string; variables: Record<string, string>; deploymentId?: string };
  restApiId?: string;
  accountId?: string;
  /** Resource ids by path, for `context.resourceId`. */
  resourceIds?: Record<string, string>;
  /** `skip`: takes for granted that authorizer, API key and validator let it pass, as TestInvokeMethod does with the first two. */
  checks?: 'apply' | 'skip';
  /** Renders mapping templates; without it a body that a template makes stays unknown. See `templates/render-template.ts`. */
  render?: RenderTemplate;
}

/** The resource and method that matched. */
export interface MatchedRoute {
  /** `/orders/{id}` */
  path: string;
  /** The method's own: `ANY` where that one serves. */
  verb: Verb;
  method: Method;
  /** As they stood in the path, not decoded. */
  pathParameters: Record<string, string>;
}

/** What comes between route and integration, in order. `unknown`: only the running gateway can tell; taken as passed. */
export type Check =
  | { kind: 'authorization'; type: Method['authorizationType']; authorizer: string | null; verdict: CheckVerdict }
  | { kind: 'api-key'; verdict: CheckVerdict }
  | { kind: 'validation'; validator: string; missing: string[]; model: string | null; verdict: CheckVerdict };

export type CheckVerdict = 'passed' | 'refused' | 'unknown' | 'skipped';

/** Where a header of the back end's request comes from. */
export type HeaderOrigin = 'mapped' | 'client' | 'gateway' | 'template';

export interface SentHeader {
  name: string;
  value: string;
  origin: HeaderOrigin;
  /** The mapping expression; of mapped ones only. */
  expression?: string;
}

/** `client`: the client's, as it is. `template`: made by one; `text` is null when nobody rendered it. */
export type SentBody =
  | { kind: 'none' }
  | { kind: 'client'; text: string }
  | { kind: 'template'; contentType: string; template: string; text: string | null }
  | { kind: 'event'; event: LambdaEvent };

/** Exactly what the back end gets, but for `Content-Length`, which follows from the body. */
export interface SentRequest {
  /** `http`: over HTTP to the URI. `aws`: a signed call of an AWS service. `event`: a Lambda proxy's invocation. */
  kind: 'http' | 'aws' | 'event';
  verb: string;
  /** `https://host:port`; of AWS services their endpoint. */
  origin: string;
  /** With the query, encoded. */
  path: string;
  headers: SentHeader[];
  body: SentBody;
  /** How the gateway gets there. */
  connection: { kind: 'internet' } | { kind: 'vpc-link'; id: string; target: string | null };
  /** The role that the gateway takes on, stage variables filled in. */
  credentials: string | null;
  timeoutMs: number;
}

/** The gateway's own answer: a refusal or a failure. */
export interface Refusal {
  status: number;
  /** The answer's `x-amzn-ErrorType`. */
  errorType: string;
  /** AWS's name of the gateway response, `MISSING_AUTHENTICATION_TOKEN`. */
  responseType: string;
  /** The answer's body; customised gateway responses applied. */
  body: string;
  headers: [name: string, value: string][];
  /** Why, for people. */
  sentence: string;
}

/** What becomes of a request. */
export type Resolution =
  | { outcome: 'refused'; route: MatchedRoute | null; checks: Check[]; refusal: Refusal }
  | { outcome: 'sent'; route: MatchedRoute; checks: Check[]; request: SentRequest }
  /** A mock: no back end. `status` picks the integration response; null when nobody rendered the template. */
  | { outcome: 'mocked'; route: MatchedRoute; checks: Check[]; status: number | null; body: SentBody };

/** The event of a Lambda proxy integration, format 1.0. */
export interface LambdaEvent {
  resource: string;
  path: string;
  httpMethod: string;
  headers: Record<string, string> | null;
  multiValueHeaders: Record<string, string[]> | null;
  queryStringParameters: Record<string, string> | null;
  multiValueQueryStringParameters: Record<string, string[]> | null;
  pathParameters: Record<string, string> | null;
  stageVariables: Record<string, string> | null;
  requestContext: Record<string, unknown>;
  body: string | null;
  isBase64Encoded: boolean;
}

/** All that reading a value needs: the request, taken apart, and the route. */
export interface ResolveCall {
  request: GatewayRequest;
  /** After `X-HTTP-Method-Override`. */
  verb: string;
  query: QueryList;
  route: MatchedRoute;
  integration: Integration;
  options: ResolveOptions;
}
