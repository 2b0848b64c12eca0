import type { Context } from '../../context';
import type { StoredFunction } from '../../model';
import { Failure } from '../../protocol/failure';
import { keyOf } from '../../scope';

/** `name`, `account:function:name`, or the whole ARN; each with or without `:qualifier`. */
const reference = /^(?:(?:arn:[\w-]+:lambda:([\w-]+):)?(\d{12}):function:)?([\w-]+)(?::([\w$-]+))?$/;

/** The function that a request names, or Lambda's refusal. The sandbox has no versions and aliases. */
export function findFunction(
  context: Context,
  { FunctionName = '', Qualifier }: { FunctionName?: string | undefined; Qualifier?: string | undefined },
): StoredFunction {
  const [, region = context.region, account = context.account, name, suffix] = reference.exec(FunctionName) ?? [];
  const qualifier = Qualifier ?? suffix ?? '$LATEST';
  const isHere = region === context.region && account === context.account && qualifier === '$LATEST';
  const found = name && isHere ? context.state.get('functions', keyOf.function(context.scope, name)) : undefined;
  if (found) return found;
  const arn = `arn:aws:lambda:${region}:${account}:function:${name ?? FunctionName}`;
  throw notFound(`Function not found: ${qualifier === '$LATEST' ? arn : `${arn}:${qualifier}`}`);
}

export const notFound = (message: string) => new Failure('ResourceNotFoundException', message, 404);
