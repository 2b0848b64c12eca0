import { functionArnOf } from '../aws-uri';
import { GatewayFault } from '../fault';
import { callFunction, errorMessageOf } from '../functions/call-function';
import { headerValue } from '../header-list';
import { parseJson } from '../json-path';
import type { AskService } from './aws-service';

/** AWS with a Lambda function: the rendered body is the event, and its result the answer's body. */
export const askLambda: AskService = async ({ target, headers, body }, call, tools) => {
  const arn = functionArnOf(target);
  if (arn === null) throw new GatewayFault('internal', `Invalid endpoint address: ${target.rest}`);
  const event = body.length === 0 ? '{}' : body.toString('utf8');
  if (parseJson(event) === undefined) {
    const text = { Type: 'User', message: 'Could not parse request body into json' };
    return answer(400, JSON.stringify(text), null);
  }
  const type = headerValue(headers, 'X-Amz-Invocation-Type');
  if (type === 'DryRun') return answer(204, '', null);
  const running = callFunction(call, tools, arn, event);
  if (type === 'Event') {
    // Nobody waits for the result of an event.
    running.catch(() => undefined);
    return answer(202, '', null);
  }
  const { failed, payload } = await running;
  return answer(200, payload, failed ? errorMessageOf(payload) : null);
};

function answer(status: number, body: string, selectBy: string | null) {
  const headers: [string, string][] = [['Content-Type', 'application/json']];
  return { status, headers, body: Buffer.from(body), selectBy };
}
