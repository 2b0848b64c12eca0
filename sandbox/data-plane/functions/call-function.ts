import { GatewayFault } from '../fault';
import type { GatewayCall } from '../gateway-call';
import type { IntegrationTools } from '../integrations/integration';
import { parseJson } from '../json-path';
import { findFunction } from './find-function';
import type { FunctionResult } from './function-worker';
import { mayInvoke } from './may-invoke';

/** Lambda's limit of what it takes at once, bytes. */
const maxPayload = 6 * 1024 * 1024;

/** Calls a function for the gateway; throws the gateway's faults for those that aren't there or don't allow it. */
export async function callFunction(
  call: GatewayCall,
  { state, functions, signal }: Pick<IntegrationTools, 'state' | 'functions' | 'signal'>,
  arn: string,
  event: string,
): Promise<FunctionResult> {
  if (Buffer.byteLength(event) > maxPayload) throw new GatewayFault('requestTooLong');
  const fn = findFunction(state, arn);
  if (!fn || fn.source === undefined || !mayInvoke(fn, call))
    throw new GatewayFault('internal', 'Invalid permissions on Lambda function');
  return functions.invoke(fn, event, signal);
}

/** Of a failed function's payload: what integration responses are selected by. */
export function errorMessageOf(payload: string): string {
  const error = parseJson(payload) as { errorMessage?: unknown } | undefined;
  return String(error?.errorMessage ?? '');
}
