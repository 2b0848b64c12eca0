import { randomBytes, randomUUID } from 'node:crypto';
import { now } from '../clock';
import type { DeploymentSnapshot, StoredResource } from '../model';
import type { State } from '../state';
import { createBackEndClient } from './back-end-client';
import { describeFault } from './describe-fault';
import { ExecutionLog } from './execution-log';
import { GatewayFault } from './fault';
import { createFunctionRunner } from './functions/function-runner';
import type { GatewayCall, GatewayRequest } from './gateway-call';
import { gatewayAnswer } from './gateway-response';
import type { HeaderList } from './header-list';
import { type GatewayAnswer, readAnswerBody } from './integration-answer';
import { buildRouteTree, matchResource } from './match-resource';
import { performCall, timeoutOf } from './perform-call';
import { parseQuery } from './query-list';
import { wholeBody } from './request-body';

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
}

export interface TestResult {
  answer: GatewayAnswer & { body: Buffer };
  latencyMs: number;
  log: string;
}

/**
 * Runs one method as it is now, without authorisation, API key and throttling (facts 05, section 5.9). It really calls the
 * back end. Never rejects for what the method does wrong.
 */
export async function invokeForTest(state: State, test: TestRequest): Promise<TestResult> {
  const started = performance.now();
  const call = callOf(state, test);
  const log = new ExecutionLog(call.request.requestId, () => now(state));
  log.received(call, call.eventPath, test.body);
  const backEnds = createBackEndClient();
  const functions = createFunctionRunner();
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(new GatewayFault('timedOut')), timeoutOf(call));
  const tools = { state, backEnds, functions, body: wholeBody(test.body), signal: ending.signal, log };
  try {
    const performed = await performCall(call, tools);
    const answer = { ...performed, body: await readAnswerBody(performed.body) };
    log.completed(answer.status, answer.headers, answer.body);
    return { answer, latencyMs: since(started), log: log.toString() };
  } catch (error) {
    const fault = error instanceof GatewayFault ? error : new GatewayFault('internal', String(error));
    const answer = gatewayAnswer(fault, call);
    log.failed(describeFault(fault), answer.status);
    const headers = answer.headers.filter(([name]) => name !== 'Content-Type');
    return {
      answer: { ...answer, headers, body: await readAnswerBody(answer.body) },
      latencyMs: since(started),
      log: log.toString(),
    };
  } finally {
    clearTimeout(timer);
    await Promise.all([backEnds.close(), functions.close()]);
  }
}

function since(started: number): number {
  return Math.round(performance.now() - started);
}

function callOf(state: State, { snapshot, resource, ...test }: TestRequest): GatewayCall {
  const [path = resource.path, query = ''] = (test.pathWithQuery ?? resource.path).split(/\?(.*)/s);
  const matched = matchResource(buildRouteTree([resource]), test.verb, path);
  const literal = [...resource.path.matchAll(/\{(.+?)\+?\}/g)].map(([text, name = '']) => [name, text] as const);
  const isAbsent = test.pathWithQuery === undefined || test.pathWithQuery === '';
  const method = resource.resourceMethods?.[test.methodKey] ?? {};
  const stage = { stageName: 'test-invoke-stage', deploymentId: '', variables: test.stageVariables };
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
