import { Failure } from '../../protocol/failure';

/** Some of `all`, from where the token says, and the token of what follows. @throws Failure for a token of nobody's */
export function takePage<T>(
  all: T[],
  { size, token }: { size: number; token: string | undefined },
): { items: T[]; next: { NextToken?: string } } {
  const start = token === undefined ? 0 : readToken(token);
  const end = start + size;
  const isMore = end < all.length;
  return {
    items: all.slice(start, end),
    next: isMore ? { NextToken: Buffer.from(`from ${end}`).toString('base64') } : {},
  };
}

function readToken(token: string): number {
  const [, start] = /^from (\d+)$/.exec(Buffer.from(token, 'base64').toString('utf8')) ?? [];
  if (start === undefined) throw new Failure('ValidationException', 'Invalid NextToken.');
  return Number(start);
}
