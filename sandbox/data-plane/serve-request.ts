import type { IncomingMessage, ServerResponse } from 'node:http';
import { now } from '../clock';
import type { Log } from '../sandbox';
import type { State } from '../state';
import type { BackEndClient } from './back-end-client';
import { GatewayFault } from './fault';
import { arrive, findCall } from './find-call';
import type { FunctionRunner } from './functions/function-runner';
import type { CallContext, GatewayRequest } from './gateway-call';
import { gatewayAnswer } from './gateway-response';
import { healthy, isHealthCheck } from './health-check';
import { refuseTooFast } from './method-throttle';
import { admit, performCall, timeoutOf } from './perform-call';
import { receiveRequest } from './receive-request';
import { RequestBody } from './request-body';
import { refuseTooLong } from './request-limits';
import { sendAnswer, sendFront } from './send-answer';

export interface ServeOptions {
  state: State;
  backEnds: BackEndClient;
  functions: FunctionRunner;
  log: Log;
}

/** Answers one client request. Never rejects. */
export async function serveRequest(
  { log, ...tools }: ServeOptions,
  message: IncomingMessage,
  response: ServerResponse,
  isSecure: boolean,
): Promise<void> {
  const { state } = tools;
  const received = receiveRequest(message, isSecure, now(state));
  const ending = new AbortController();
  const { signal } = ending;
  response.on('close', () => ending.abort(new ClientGone()));
  let timer: NodeJS.Timeout | undefined;
  // What gateway responses may speak of grows as the request comes along.
  let context: CallContext | null = null;
  try {
    // The integration's time is about the back end: a slow upload doesn't use it up.
    const body = new RequestBody(message, () => timer?.refresh());
    if (body.isDeclaredTooLong) throw new GatewayFault('bodyTooLong');
    refuseTooLong(message);
    if (isHealthCheck(state, received)) return await sendAnswer(response, received, healthy());
    const arrival = arrive(state, received);
    context = arrival.context;
    const found = findCall(arrival);
    context = found;
    const timeoutMs = timeoutOf(found);
    timer = setTimeout(() => ending.abort(new GatewayFault('timedOut', `no answer in ${timeoutMs} ms`)), timeoutMs);
    const call = await admit(found, { ...tools, signal });
    context = call;
    refuseTooFast(state, call);
    timer.refresh();
    await sendAnswer(response, call.request, await performCall(call, { ...tools, body, signal }));
  } catch (error) {
    fail(error, received, context, response, log);
  } finally {
    clearTimeout(timer);
  }
}

function fail(
  error: unknown,
  request: GatewayRequest,
  context: CallContext | null,
  response: ServerResponse,
  log: Log,
): void {
  if (isClientGone(error)) return;
  const fault = error instanceof GatewayFault ? error : new GatewayFault('internal', String(error));
  if (fault.status >= 500)
    log(`data plane: ${request.verb} ${request.host}${request.path} -> ${fault.status}: ${fault.reason}`);
  // Once an answer has begun, breaking it off is the only way left to say that it is not whole.
  if (response.headersSent) response.destroy();
  else if (fault.errorType === null) sendFront(response, fault);
  else
    sendAnswer(response, request, gatewayAnswer(fault, context)).catch((unsendable: unknown) => {
      // A gateway response with a header that HTTP can't carry.
      log(`data plane: ${request.verb} ${request.host}${request.path}: ${String(unsendable)}`);
      response.destroy();
    });
}

class ClientGone extends Error {}

/** Also what a pipeline says whose far end, the client, closed before the answer was out. */
function isClientGone(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return error instanceof ClientGone || code === 'ERR_STREAM_PREMATURE_CLOSE';
}
