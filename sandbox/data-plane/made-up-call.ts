import { randomBytes, randomUUID } from 'node:crypto';
import { now } from '../clock';
import type { DeploymentSnapshot, StoredResource } from '../model';
import type { State } from '../state';
import type { GatewayCall, GatewayRequest } from './gateway-call';
import type { HeaderList } from './header-list';
import { buildRouteTree, matchResource } from './match-resource';
import { parseQuery } from './query-list';

/** A request made up for a test of one method of the working copy. */
export interface TestRequest {
  scope: string;
  snapshot: DeploymentSnapshot & { restApi: { id: string } };
  resource: StoredResource;
  /** The key of the method in its resource. */
  methodKey: string;
  verb: string;
  /** Path with query, free text; `undefined` for the resource's own path. */
  pathWithQuery: string | undefined;
  headers: [string, string][];
  body: Buffer;
  stageVariables: Record<string, string>;
  clientCertificateId: string | undefined;
}

/** The call that a test of the working copy makes, as if a client had come to a stage of that name. */
export function madeUpCall(state: State, { snapshot, resource, ...test }: TestRequest, stageName: string): GatewayCall {
  const [path = resource.path, query = ''] = (test.pathWithQuery ?? resource.path).split(/\?(.*)/s);
  const matched = matchResource(buildRouteTree([resource]), test.verb, path);
  const literal = [...resource.path.matchAll(/\{(.+?)\+?\}/g)].map(([text, name = '']) => [name, text] as const);
  const isAbsent = test.pathWithQuery === undefined || test.pathWithQuery === '';
  const method = resource.resourceMethods?.[test.methodKey] ?? {};
  const { clientCertificateId, stageVariables: variables } = test;
  const stage = { stageName, deploymentId: '', variables, clientCertificateId };
  return {
    scope: test.scope,
    request: requestOf(state, { ...test, path, query: parseQuery(query) }),
    restApi: snapshot.restApi,
    snapshot,
    stage,
    isCanary: false,
    basePath: '',
    resource,
    pathParameters: isAbsent ? Object.fromEntries(literal) : (matched?.pathParameters ?? {}),
    eventPath: isAbsent ? resource.path : path,
    method,
    integration: method.methodIntegration ?? {},
  };
}

/** The words for what a test has no client for are AWS's. */
function requestOf(
  state: State,
  { verb, path, query, headers }: { verb: string; path: string; query: [string, string][]; headers: HeaderList },
): GatewayRequest {
  const receivedAt = now(state);
  return {
    verb,
    path,
    query,
    headers,
    host: 'testPrefix.testDomainName',
    isSecure: true,
    httpVersion: '1.1',
    sourceIp: 'test-invoke-source-ip',
    requestId: randomUUID(),
    extendedRequestId: `${randomBytes(11).toString('base64url')}=`,
    traceId: `Root=1-${Math.floor(receivedAt / 1000).toString(16)}-${randomBytes(12).toString('hex')}`,
    receivedAt,
  };
}
