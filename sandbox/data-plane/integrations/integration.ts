import type { State } from '../../state';
import type { Observed } from '../access-log/observed';
import type { BackEndClient } from '../back-end-client';
import type { EndpointRequest, ExecutionLog } from '../execution-log';
import type { FunctionRunner } from '../functions/function-runner';
import type { GatewayCall } from '../gateway-call';
import { type GatewayAnswer, type IntegrationAnswer, readAnswerBody } from '../integration-answer';
import type { ClientBody } from '../request-body';

/** What an integration may use besides the call itself. */
export interface IntegrationTools {
  state: State;
  body: ClientBody;
  backEnds: BackEndClient;
  functions: FunctionRunner;
  /** Ends when the client is gone or the integration's time is up. */
  signal: AbortSignal;
  /** For the access log; not of test invocations. */
  observed?: Observed;
  /** Of a test invocation: everything is noted, and nothing is streamed. */
  log?: ExecutionLog;
}

/** One type of integration. Both steps throw gateway faults. */
export interface IntegrationSteps {
  /** Gets the back end's answer: what a stage's cache keeps. */
  ask(call: GatewayCall, tools: IntegrationTools): Promise<IntegrationAnswer>;
  /** Makes the client's answer of the back end's. */
  respond(call: GatewayCall, answer: IntegrationAnswer): Promise<GatewayAnswer>;
}

/** Asks a back end, and notes request and answer where there is a log. */
export async function exchange(
  { log }: IntegrationTools,
  request: () => EndpointRequest,
  send: () => Promise<IntegrationAnswer>,
): Promise<IntegrationAnswer> {
  if (!log) return send();
  log.sending(request());
  const started = performance.now();
  const answer = await send();
  const body = await readAnswerBody(answer.body);
  log.answered(answer, body, Math.round(performance.now() - started));
  return { ...answer, body };
}
