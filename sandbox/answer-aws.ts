import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { now } from './clock';
import type { Context } from './context';
import { readDials } from './dials';
import type { Fault } from './faults';
import { callerOf } from './iam/caller';
import { judge, type Policy } from './iam/policy';
import { accessDenied } from './iam/refusals';
import { wantedOf } from './iam/wanted-of';
import { type CredentialScope, readCredentialScope } from './protocol/credential-scope';
import { enumViolations } from './protocol/enum-violations';
import { Failure } from './protocol/failure';
import { missingMembers, type OperationShape } from './protocol/operation-shape';
import type { Recognised } from './protocol/protocol';
import type { WireAnswer, WireRequest } from './protocol/wire';
import type { Sandbox } from './sandbox';
import { accountOf } from './scope';
import type { Service } from './service';
import { serviceByPath, services } from './services/services';

/** What goes back to the client: an answer, a cut connection, or nothing at all. */
export type Reaction = WireAnswer | 'cut' | 'hang';

/** Answers one request to the AWS endpoint, faults and throttles included, and notes it among the calls. */
export async function answerAws(sandbox: Sandbox, request: WireRequest): Promise<Reaction> {
  const started = performance.now();
  const requestId = randomUUID();
  const scope = readCredentialScope(request.headers, Date.now());
  if ('problem' in scope) {
    const service = serviceByPath(request);
    return service.protocol.encodeFailure(service.refusals.signature(scope), requestId);
  }
  const service = services.find((candidate) => candidate.name === scope.service);
  if (!service) return unknownService(scope.service, requestId);

  const recognised = service.protocol.recognise(request);
  const operation = recognised?.operation.name ?? `${request.method} ${request.path}`;
  const fault = sandbox.faults.strike(service.name, operation);
  const outcome = await attempt(sandbox, { service, scope, request, recognised, operation, requestId, fault });
  sandbox.calls.record({
    at: new Date(now(sandbox.state)).toISOString(),
    service: service.name,
    operation,
    status: typeof outcome.reaction === 'string' ? 0 : outcome.reaction.status,
    requestId,
    durationMs: Math.round(performance.now() - started),
    throttled: outcome.throttled === true,
    ...(outcome.code ? { code: outcome.code } : {}),
    ...(fault ? { fault: fault.kind } : {}),
  });
  return outcome.reaction;
}

interface Attempt {
  service: Service;
  scope: CredentialScope;
  request: WireRequest;
  recognised: Recognised | undefined;
  operation: string;
  requestId: string;
  fault: Fault | undefined;
}

interface Outcome {
  reaction: Reaction;
  code?: string;
  throttled?: boolean;
}

async function attempt(sandbox: Sandbox, { fault, ...call }: Attempt): Promise<Outcome> {
  if (fault?.latencyMs) await sleep(fault.latencyMs);
  switch (fault?.kind) {
    case 'error':
      return refuse(
        call,
        new Failure(fault.code ?? 'InternalFailure', fault.message ?? 'Injected fault', fault.status ?? 500),
      );
    case 'html':
      return { reaction: htmlPage(fault.status ?? 500) };
    case 'reset-before':
      return { reaction: 'cut' };
    case 'hang':
      return { reaction: 'hang' };
    case 'malformed': {
      const outcome = await perform(sandbox, call);
      return { ...outcome, reaction: cutInHalf(outcome.reaction) };
    }
    case 'reset-after':
      return { ...(await perform(sandbox, call)), reaction: 'cut' };
    case 'latency':
    case undefined:
      return perform(sandbox, call);
  }
}

async function perform(sandbox: Sandbox, call: Omit<Attempt, 'fault'>): Promise<Outcome> {
  const { service, scope, recognised, requestId } = call;
  const { state } = sandbox;
  const dials = readDials(state);
  const time = now(state);
  const owner = `${accountOf(scope.accessKeyId)}/${scope.region}/${service.name}`;
  if (dials.throttles && !sandbox.throttle.admits(owner, service.quotas, call.operation, time, dials.timeScale)) {
    return { ...refuse(call, service.refusals.throttled()), throttled: true };
  }
  if (!recognised) return refuse(call, unknownOperation(call));
  const behaviour = service.behaviours[recognised.operation.name];
  if (!behaviour) return refuse(call, notImplemented(service, call.operation));
  try {
    const token = call.request.headers['x-amz-security-token'];
    const caller = callerOf(state, { service: service.name, accessKeyId: scope.accessKeyId, token, now: time });
    const input = await recognised.decodeInput();
    const { region } = scope;
    const { account } = caller;
    const context = { state, account, caller, region, scope: service.scopeOf(region, account), now: time, dials };
    refuseUnauthorised(service, context, call, input);
    refuseMalformed(service, recognised.operation, input);
    // The one place where the types of AWS's model meet the decoded bytes.
    const output = (await behaviour(context, input as never)) as Record<string, unknown>;
    return { reaction: service.protocol.encode(recognised.operation, output, requestId) };
  } catch (error) {
    if (error instanceof Failure) return refuse(call, error);
    sandbox.log(`${service.name} ${call.operation} failed: ${error instanceof Error ? error.stack : String(error)}`);
    return refuse(call, new Failure('InternalFailure', 'The sandbox failed; see its log.', 500));
  }
}

/** IAM comes before the operation looks at anything. */
function refuseUnauthorised(
  { name }: Service,
  context: Context,
  { request, operation }: Omit<Attempt, 'fault'>,
  input: Record<string, unknown>,
): void {
  const policy = context.state.get('meta', 'policy') as Policy | undefined;
  if (!policy) return;
  for (const wanted of wantedOf[name]({ ...context, request, operation, input })) {
    const verdict = judge(policy, wanted);
    if (verdict !== 'allowed') throw accessDenied(name, context.caller.arn, wanted, verdict);
  }
}

/** What the framework refuses before any operation looks at the input: all of it at once. */
function refuseMalformed({ enums, refusals }: Service, operation: OperationShape, input: unknown): void {
  const missing = missingMembers(operation.input, input);
  const wrong = enums ? enumViolations(enums, operation.input, input) : [];
  if (missing.length + wrong.length > 0) throw refusals.missing(operation, missing, wrong);
}

function refuse({ service, requestId }: Pick<Attempt, 'service' | 'requestId'>, failure: Failure): Outcome {
  return { reaction: service.protocol.encodeFailure(failure, requestId), code: failure.code };
}

function unknownOperation({ service, request, operation }: Omit<Attempt, 'fault'>): Failure {
  return (
    service.refusals.unknown?.(request) ??
    new Failure('UnknownOperationException', `Unknown operation: ${operation}`, 404)
  );
}

function notImplemented(service: Service, operation: string): Failure {
  return new Failure('NotImplementedException', `The sandbox has no behaviour for ${service.name} ${operation}.`, 501);
}

function unknownService(name: string, requestId: string): WireAnswer {
  const message = `The sandbox has no service '${name}'; it has ${services.map((service) => service.name).join(', ')}.`;
  return {
    status: 501,
    headers: {
      'Content-Type': 'application/json',
      'x-amzn-RequestId': requestId,
      'x-amzn-ErrorType': 'NotImplementedException',
    },
    body: JSON.stringify({ message }),
  };
}

/** An answer whose headers are fine and whose body no parser takes. */
function cutInHalf(reaction: Reaction): Reaction {
  if (typeof reaction === 'string') return reaction;
  const body = Buffer.from(reaction.body);
  return { ...reaction, body: body.subarray(0, Math.ceil(body.length / 2)) };
}

/** What a proxy in front of AWS answers when it can't reach it. */
function htmlPage(status: number): WireAnswer {
  const body = `<html><head><title>${status} Proxy Error</title></head><body><h1>Proxy Error</h1></body></html>\n`;
  return { status, headers: { 'Content-Type': 'text/html' }, body };
}
