import type { IncomingMessage, ServerResponse } from 'node:http';
import { now } from '../clock';
import type { Log } from '../sandbox';
import type { State } from '../state';
import { authorise } from './authorise';
import type { BackEndClient } from './back-end-client';
import { deployedStage } from './deployed-stage';
import { GatewayFault } from './fault';
import { findTarget } from './find-target';
import type { GatewayCall, GatewayRequest } from './gateway-call';
import { healthy, isHealthCheck } from './health-check';
import { runIntegration } from './integrations/run-integration';
import { matchResource } from './match-resource';
import { isVerb, receiveRequest } from './receive-request';
import { RequestBody } from './request-body';
import { refuseTooLong } from './request-limits';
import { sendAnswer, sendFault } from './send-answer';

export interface ServeOptions {
  state: State;
  backEnds: BackEndClient;
  log: Log;
}

/** The integration's time when it names none, ms. */
const defaultTimeoutMs = 29_000;

/** Answers one client request. Never rejects. */
export async function serveRequest(
  { state, backEnds, log }: ServeOptions,
  message: IncomingMessage,
  response: ServerResponse,
  isSecure: boolean,
): Promise<void> {
  const request = receiveRequest(message, isSecure, now(state));
  const ending = new AbortController();
  response.on('close', () => ending.abort(new ClientGone()));
  let timer: NodeJS.Timeout | undefined;
  try {
    // The integration's time is about the back end: a slow upload doesn't use it up.
    const body = new RequestBody(message, () => timer?.refresh());
    if (body.isDeclaredTooLong) throw new GatewayFault('bodyTooLong');
    refuseTooLong(message);
    if (isHealthCheck(state, request)) return await sendAnswer(response, request, healthy());
    const call = findCall(state, request);
    const timeoutMs = call.integration.timeoutInMillis ?? defaultTimeoutMs;
    timer = setTimeout(() => ending.abort(new GatewayFault('timedOut', `no answer in ${timeoutMs} ms`)), timeoutMs);
    const answer = await runIntegration(call, { state, body, backEnds, signal: ending.signal });
    await sendAnswer(response, call.request, answer);
  } catch (error) {
    fail(error, request, response, log);
  } finally {
    clearTimeout(timer);
  }
}

/** From host and path to method and integration, out of the deployed snapshot. Throws the gateway's refusals. */
function findCall(state: State, received: GatewayRequest): GatewayCall {
  const target = findTarget(state, received.host, received.path);
  const deployed = deployedStage(state, target.scope, target.restApiId, target.stageName);
  if (!deployed) throw new GatewayFault('forbidden', `no deployed stage ${target.restApiId}/${target.stageName}`);
  const { stage, snapshot, routes } = deployed;
  if (target.isDefaultEndpoint && snapshot.restApi.disableExecuteApiEndpoint) throw new GatewayFault('forbidden');
  // `ANY` means these, not whatever a client makes up.
  if (!isVerb(received.verb)) throw new GatewayFault('missingAuthenticationToken');
  const matched = matchResource(routes, received.verb, target.path);
  const method = matched?.resource.resourceMethods?.[matched.methodKey];
  if (!matched || !method) throw new GatewayFault('missingAuthenticationToken');
  const request = target.lowerCasesHeaders ? lowerCaseHeaders(received) : received;
  authorise(method, request);
  if (!method.methodIntegration) throw new GatewayFault('internal', `no integration for ${matched.resource.path}`);
  const restApi = { ...snapshot.restApi, id: target.restApiId };
  const { resource, pathParameters } = matched;
  return { request, restApi, stage, resource, method, integration: method.methodIntegration, pathParameters };
}

function lowerCaseHeaders(request: GatewayRequest): GatewayRequest {
  return { ...request, headers: request.headers.map(([name, value]) => [name.toLowerCase(), value]) };
}

function fail(error: unknown, request: GatewayRequest, response: ServerResponse, log: Log): void {
  if (isClientGone(error)) return;
  const fault = error instanceof GatewayFault ? error : new GatewayFault('internal', String(error));
  if (fault.status >= 500)
    log(`data plane: ${request.verb} ${request.host}${request.path} -> ${fault.status}: ${fault.reason}`);
  // Once an answer has begun, breaking it off is the only way left to say that it is not whole.
  if (response.headersSent) response.destroy();
  else sendFault(response, request, fault);
}

class ClientGone extends Error {}

/** Also what a pipeline says whose far end, the client, closed before the answer was out. */
function isClientGone(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return error instanceof ClientGone || code === 'ERR_STREAM_PREMATURE_CLOSE';
}
