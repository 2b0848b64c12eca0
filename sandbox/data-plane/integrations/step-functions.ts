import { randomUUID } from 'node:crypto';
import type { StoredExecution } from '../../model';
import { accountIn, scopeOf } from '../../scope';
import { findExecution, keepExecution } from '../executions';
import { GatewayFault } from '../fault';
import type { IntegrationAnswer } from '../integration-answer';
import { parseJson } from '../json-path';
import type { AskService } from './aws-service';
import type { IntegrationTools } from './integration';

interface Wanted {
  stateMachineArn?: unknown;
  executionArn?: unknown;
  input?: unknown;
  name?: unknown;
}

/** Whose state machines are asked, in which region. */
interface Place {
  account: string;
  region: string;
  scope: string;
}

type Action = (wanted: Wanted, place: Place, tools: IntegrationTools, now: number) => Promise<IntegrationAnswer>;

/** Every state machine of the sandbox is an echo: it ends at once, and its output is its input. */
const actions: Record<string, Action> = {
  async StartExecution(wanted, place, { state }, now) {
    const execution = begin(wanted, place, now, 'execution');
    if ('status' in execution) return execution;
    const known = findExecution(state, place.scope, execution.executionArn);
    if (known && known.input !== execution.input)
      return refusal('ExecutionAlreadyExists', `Execution Already Exists: '${execution.executionArn}'`);
    if (!known) await keepExecution(state, place.scope, execution);
    const { executionArn, startDate } = known ?? execution;
    return answer(200, { executionArn, startDate: startDate / 1000 });
  },
  async StartSyncExecution(wanted, place, { state }, now) {
    const execution = begin(wanted, place, now, 'express');
    if ('status' in execution) return execution;
    await keepExecution(state, place.scope, execution);
    return answer(200, {
      billingDetails: { billedDurationInMilliseconds: 100, billedMemoryUsedInMB: 64 },
      ...described(execution),
    });
  },
  async DescribeExecution({ executionArn }, { scope }, { state }) {
    const execution = findExecution(state, scope, String(executionArn));
    if (!execution) return refusal('ExecutionDoesNotExist', `Execution Does Not Exist: '${executionArn}'`);
    return answer(200, described(execution));
  },
};

/** AWS with `…:states:action/<Action>`; the body is the action's input. */
export const askStepFunctions: AskService = async (request, call, tools) => {
  const name = request.target.rest.split('&', 1)[0] ?? '';
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (!action) throw new GatewayFault('internal', `the sandbox's Step Functions have no ${request.target.rest}`);
  const wanted = parseJson(request.body.toString('utf8'));
  if (typeof wanted !== 'object' || wanted === null)
    return {
      status: 400,
      headers: jsonHeaders,
      body: Buffer.from('{"__type":"com.amazon.coral.service#SerializationException"}'),
    };
  const account = accountIn(call.scope);
  const { region } = request.target;
  return action(wanted, { account, region, scope: scopeOf(region, account) }, tools, call.request.receivedAt);
};

function begin(
  { stateMachineArn, input = '{}', name }: Wanted,
  { account, region }: Place,
  now: number,
  kind: 'execution' | 'express',
): StoredExecution | IntegrationAnswer {
  const arn = String(stateMachineArn ?? '');
  const [, machine] =
    new RegExp(`^arn:aws:states:${region}:${account}:stateMachine:([\\w-]{1,80})(?::\\w+)?$`).exec(arn) ?? [];
  if (machine === undefined) return refusal('InvalidArn', `Invalid Arn: '${arn}'`);
  if (typeof input !== 'string' || parseJson(input) === undefined)
    return refusal('InvalidExecutionInput', `Invalid State Machine Execution Input: '${String(input)}' is not JSON`);
  if (name !== undefined && !/^[^\s<>{}[\]?*"#%\\^|~`$&,;:/]{1,80}$/.test(String(name)))
    return refusal('InvalidName', `Invalid Name: '${String(name)}'`);
  const own = name === undefined ? randomUUID() : String(name);
  const path = kind === 'express' ? `express:${machine}:${own}:${randomUUID()}` : `execution:${machine}:${own}`;
  return {
    executionArn: `arn:aws:states:${region}:${account}:${path}`,
    stateMachineArn: arn,
    name: own,
    kind: kind === 'express' ? 'sync' : 'async',
    input,
    output: input,
    startDate: now,
  };
}

function described({ executionArn, stateMachineArn, name, input, output, startDate }: StoredExecution) {
  return {
    executionArn,
    stateMachineArn,
    name,
    status: 'SUCCEEDED',
    startDate: startDate / 1000,
    stopDate: startDate / 1000,
    input,
    inputDetails: { included: true },
    output,
    outputDetails: { included: true },
  };
}

const jsonHeaders: [string, string][] = [['Content-Type', 'application/x-amz-json-1.0']];

function answer(status: number, value: object): IntegrationAnswer {
  return { status, headers: jsonHeaders, body: Buffer.from(JSON.stringify(value)) };
}

function refusal(code: string, message: string): IntegrationAnswer {
  return answer(400, { __type: `com.amazonaws.swf.service.v2.model#${code}`, message });
}
