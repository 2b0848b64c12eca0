import type { Integration, Method, RestApi } from '@aws-sdk/client-api-gateway';
import type { Collections, DeploymentSnapshot, StoredResource } from '../model';
import type { HeaderList } from './header-list';
import type { QueryList } from './query-list';

/** A client's request without its body: plain data, so that all decisions about it can be tested without sockets. */
export interface GatewayRequest {
  /** The verb, after `X-HTTP-Method-Override`. */
  verb: string;
  /** As sent, not decoded, with base path or stage. */
  path: string;
  query: QueryList;
  /** Names in the client's own letter case, unless the domain makes them lower-case. */
  headers: HeaderList;
  /** Lower case, no port. */
  host: string;
  isSecure: boolean;
  /** IANA's name of the cipher, and the version: `TLSv1.3`. */
  tls?: { cipher: string; version: string };
  httpVersion: string;
  sourceIp: string;
  requestId: string;
  /** The answer's `x-amz-apigw-id`. */
  extendedRequestId: string;
  traceId: string;
  /** The sandbox's clock, ms since 1970. */
  receivedAt: number;
}

/** What an authorizer said: `principalId`, its context, and the claims of a user pool's token. */
export type AuthorizerContext = Record<string, string | Record<string, string>>;

/** `$context.error.*` of gateway responses. */
interface ErrorContext {
  message: string;
  /** The message with its quotes, or `null`. */
  messageString: string;
  responseType: string;
  validationErrorString: string;
}

/** A request as far as the gateway has come with it. */
export interface CallContext {
  /** `<account>/<region>` */
  scope: string;
  request: GatewayRequest;
  restApi: RestApi & { id: string };
  /** All that the deployment keeps, or the working copy. */
  snapshot: DeploymentSnapshot;
  /** With the canary's deployment and variables where that serves the request. */
  stage: Collections['stages'];
  isCanary: boolean;
  /** Of the custom domain's mapping that matched; empty for the mapping without one, and for the default endpoint. */
  basePath: string;
  /** `null` as long as none matches. */
  resource: StoredResource | null;
  /** As they stood in the path, not percent-decoded. */
  pathParameters: Record<string, string>;
  /** The key that let the request pass. */
  apiKey?: { id: string; value: string };
  authorizer?: AuthorizerContext;
  error?: ErrorContext;
}

/** A request with all that the deployed snapshot says about it. */
export interface GatewayCall extends CallContext {
  resource: StoredResource;
  method: Method;
  integration: Integration;
  /** The path as events tell it: with a base path, without the stage of the default endpoint. */
  eventPath: string;
}
