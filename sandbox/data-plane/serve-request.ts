import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../sandbox';
import type { State } from '../state';
import type { AccessLogs } from './access-log/access-logs';
import { keepAccess } from './access-log/keep-access';
import type { Observed } from './access-log/observed';
import { refuseBeyondAccount } from './account-throttle';
import type { BackEndClient } from './back-end-client';
import { GatewayFault } from './fault';
import { arrive, findCall } from './find-call';
import type { FunctionRunner } from './functions/function-runner';
import type { CallContext, GatewayRequest } from './gateway-call';
import { errorContext, gatewayAnswer } from './gateway-response';
import { healthy, isHealthCheck } from './health-check';
import { refuseTooFast } from './method-throttle';
import { admit, performCall, timeoutOf } from './perform-call';
import { ClientGone } from './pipe-out';
import { receiveRequest } from './receive-request';
import { RequestBody } from './request-body';
import { refuseTooLong } from './request-limits';
import { sendAnswer, sendFront } from './send-answer';
import { timeOf } from './settings';

export interface ServeOptions {
  state: State;
  backEnds: BackEndClient;
  functions: FunctionRunner;
  log: Log;
  accessLogs: AccessLogs;
}

/** Answers one client request. Never rejects. */
export async function serveRequest(
  { log, accessLogs, ...tools }: ServeOptions,
  message: IncomingMessage,
  response: ServerResponse,
  isSecure: boolean,
): Promise<void> {
  const { state } = tools;
  const started = performance.now();
  const received = receiveRequest(message, isSecure, timeOf(state));
  const ending = new AbortController();
  const { signal } = ending;
  response.on('close', () => {
    // After a whole answer there is nothing left to end.
    if (!response.writableFinished) ending.abort(new ClientGone());
  });
  const observed: Observed = {};
  let timer: NodeJS.Timeout | undefined;
  let responseLength = 0;
  // What gateway responses and the access log may speak of grows as the request comes along.
  let context: CallContext | null = null;
  try {
    // The integration's time is about the back end: a slow upload doesn't use it up.
    const body = new RequestBody(message, () => timer?.refresh());
    if (body.isDeclaredTooLong) throw new GatewayFault('bodyTooLong');
    refuseTooLong(message);
    if (isHealthCheck(state, received)) return void (await sendAnswer(response, received, healthy()));
    const arrival = arrive(state, received);
    context = arrival.context;
    const found = findCall(arrival);
    context = found;
    const timeoutMs = timeoutOf(found);
    timer = setTimeout(() => ending.abort(new GatewayFault('timedOut', `no answer in ${timeoutMs} ms`)), timeoutMs);
    const call = await admit(found, { ...tools, signal, observed });
    context = call;
    refuseTooFast(state, call);
    refuseBeyondAccount(state, call);
    timer.refresh();
    const answer = await performCall(call, { ...tools, body, signal, observed });
    responseLength = await sendAnswer(response, call.request, answer);
  } catch (error) {
    if (error instanceof ClientGone) return;
    const fault = error instanceof GatewayFault ? error : new GatewayFault('internal', String(error));
    if (fault.status >= 500) log(`${nameOf(received)} -> ${fault.status}: ${fault.reason}`);
    if (context) context = { ...context, error: errorContext(fault) };
    responseLength = await fail(fault, received, context, response, log);
  } finally {
    clearTimeout(timer);
    if (context) {
      const status = response.headersSent ? response.statusCode : null;
      const responseLatencyMs = Math.round(performance.now() - started);
      keepAccess(accessLogs, { context, observed, status, responseLength, responseLatencyMs });
    }
  }
}

/** Sends the gateway's own answer; resolves with the length of its body. Never rejects. */
async function fail(
  fault: GatewayFault,
  request: GatewayRequest,
  context: CallContext | null,
  response: ServerResponse,
  log: Log,
): Promise<number> {
  // Once an answer has begun, breaking it off is the only way left to say that it is not whole.
  if (response.headersSent) response.destroy();
  else if (fault.errorType === null) return sendFront(response, fault);
  else {
    try {
      return await sendAnswer(response, request, gatewayAnswer(fault, context));
    } catch (unsendable) {
      // A gateway response with a header that HTTP can't carry.
      log(`${nameOf(request)}: ${String(unsendable)}`);
      response.destroy();
    }
  }
  return 0;
}

function nameOf({ verb, host, path }: GatewayRequest): string {
  return `data plane: ${verb} ${host}${path}`;
}
