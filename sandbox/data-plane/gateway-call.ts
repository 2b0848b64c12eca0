import type { Integration, Method, RestApi } from '@aws-sdk/client-api-gateway';
import type { Collections, StoredResource } from '../model';
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
  httpVersion: string;
  sourceIp: string;
  requestId: string;
  /** The answer's `x-amz-apigw-id`. */
  extendedRequestId: string;
  traceId: string;
  /** The sandbox's clock, ms since 1970. */
  receivedAt: number;
}

/** A request with all that the deployed snapshot says about it. */
export interface GatewayCall {
  request: GatewayRequest;
  restApi: RestApi & { id: string };
  stage: Collections['stages'];
  resource: StoredResource;
  method: Method;
  integration: Integration;
  /** As they stood in the path, not percent-decoded. */
  pathParameters: Record<string, string>;
}
