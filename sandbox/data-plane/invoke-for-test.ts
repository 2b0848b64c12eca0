import { now } from '../clock';
import type { State } from '../state';
import { createBackEndClient } from './back-end-client';
import { describeFault } from './describe-fault';
import { ExecutionLog } from './execution-log';
import { GatewayFault } from './fault';
import { createFunctionRunner } from './functions/function-runner';
import { gatewayAnswer } from './gateway-response';
import { type GatewayAnswer, readAnswerBody } from './integration-answer';
import { madeUpCall, type TestRequest } from './made-up-call';
import { performCall, timeoutOf } from './perform-call';
import { wholeBody } from './request-body';

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
  const call = madeUpCall(state, test, 'test-invoke-stage');
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
