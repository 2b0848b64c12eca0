import type { StoredFunction } from '../../model';
import { keyOf, scopeOf } from '../../scope';
import type { State } from '../../state';

/** By its ARN, with or without a version or an alias. */
export function findFunction(state: State, arn: string): StoredFunction | undefined {
  const [, region, owner, name] = /^arn:[\w-]+:lambda:([\w-]+):(\d*):function:([\w-]+)(?::[\w$-]+)?$/.exec(arn) ?? [];
  if (region === undefined || name === undefined || !owner) return undefined;
  return state.get('functions', keyOf.function(scopeOf(region, owner), name));
}
