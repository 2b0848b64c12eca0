import { now } from '../../clock';
import type { StoredAuthorizer } from '../../model';
import type { State } from '../../state';
import { describeFault } from '../describe-fault';
import { ExecutionLog } from '../execution-log';
import { GatewayFault } from '../fault';
import { createFunctionRunner } from '../functions/function-runner';
import type { GatewayCall } from '../gateway-call';
import { madeUpCall, type TestRequest } from '../made-up-call';
import { readUserPoolToken } from './read-user-pool-token';
import { askAuthorizer, identityOf } from './run-authorizer';

/** How long an authorizer may take, ms. */
const timeoutMs = 29_000;

export interface AuthorizerTest {
  /** What the client would have got; 0 where the authorizer came to a result. */
  clientStatus: number;
  latencyMs: number;
  log: string;
  principalId?: string;
  /** JSON. */
  policy?: string;
  /** Of a user pool's token. */
  claims?: Record<string, string>;
}

type Result = Pick<AuthorizerTest, 'principalId' | 'policy' | 'claims'>;

/** Really asks an authorizer, past its cache; whether its policy would let the request in doesn't matter. Never rejects. */
export async function testAuthorizer(
  state: State,
  test: TestRequest,
  authorizer: StoredAuthorizer,
): Promise<AuthorizerTest> {
  const started = performance.now();
  const call = madeUpCall(state, test, 'ESTestInvoke-stage');
  const starting = `Starting authorizer: ${authorizer.id} for request`;
  const log = new ExecutionLog(call.request.requestId, () => now(state), starting);
  const done = (clientStatus: number, result: Result = {}) => ({
    clientStatus,
    latencyMs: Math.round(performance.now() - started),
    log: log.toString(),
    ...result,
  });
  try {
    const result = await resultOf(state, call, authorizer, log);
    log.line('Successfully completed authorizer execution');
    return done(0, result);
  } catch (error) {
    const fault = error instanceof GatewayFault ? error : new GatewayFault('internal', String(error));
    log.line(fault.kind === 'unauthorized' ? `Unauthorized request: ${call.request.requestId}` : describeFault(fault));
    return done(fault.status);
  }
}

async function resultOf(
  state: State,
  call: GatewayCall,
  authorizer: StoredAuthorizer,
  log: ExecutionLog,
): Promise<Result> {
  if (authorizer.type === 'COGNITO_USER_POOLS') return { claims: readUserPoolToken(call, authorizer) };
  const identity = identityOf(call, authorizer);
  log.line(`Incoming identity: ${identity.join(', ')}`);
  const functions = createFunctionRunner();
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(new GatewayFault('timedOut')), timeoutMs);
  try {
    const tools = { state, functions, signal: ending.signal, log };
    const { policy, context } = await askAuthorizer(call, tools, authorizer, identity);
    const principalId = String(context.principalId);
    log.line(`Using valid authorizer policy for principal: ${masked(principalId)}`);
    return { principalId, policy: JSON.stringify(policy) };
  } finally {
    clearTimeout(timer);
    await functions.close();
  }
}

/** AWS's logs show the last six characters. */
function masked(text: string): string {
  return '*'.repeat(Math.max(0, text.length - 6)) + text.slice(-6);
}
