import type { FunctionStatement, StoredFunction } from '../../model';
import { accountIn } from '../../scope';
import type { CallContext } from '../gateway-call';
import { matchesWildcards } from '../matches-wildcards';

/**
 * Whether a function's policy lets the gateway in. One that was registered without any policy lets everybody in; as soon as
 * it has statements, one of them must allow this method.
 */
export function mayInvoke({ policy }: StoredFunction, call: CallContext): boolean {
  return policy === undefined || policy.some((statement) => allows(statement, call));
}

function allows({ Principal, Condition = {} }: FunctionStatement, call: CallContext): boolean {
  const principals = typeof Principal === 'string' ? [Principal] : Object.values(Principal);
  if (!principals.some((principal) => principal === '*' || principal === 'apigateway.amazonaws.com')) return false;
  const operands = Object.values(Condition).flatMap((each) => Object.entries(each));
  return operands.every(([key, pattern]) => {
    if (key.toLowerCase() === 'aws:sourceaccount') return pattern === accountIn(call.scope);
    if (key.toLowerCase() !== 'aws:sourcearn') return true;
    return sourceArns(call).some((arn) => matchesWildcards(pattern, arn));
  });
}

/** What API Gateway says it calls for: the method as it is defined, whose verb may be ANY. */
function sourceArns({ scope, restApi, stage, request, resource }: CallContext): string[] {
  const [account, region = ''] = scope.split('/');
  const api = `arn:aws:execute-api:${region}:${account}:${restApi.id}/${stage.stageName}`;
  return [request.verb, 'ANY'].map((verb) => `${api}/${verb}${resource?.path ?? '/'}`);
}
