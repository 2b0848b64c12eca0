import type { Context } from '../../context';
import { Failure } from '../../protocol/failure';

/**
 * What the tag operations for ACM's resources that aren't certificates answer: those are ACME's, and the sandbox has none.
 * @param instead the operation that is for certificates
 */
export function refuseResource({ account }: Context, arn = '', instead: string): never {
  const [, resource] = /^arn:aws[\w-]*:acm:[a-z0-9-]+:\d{12}:([\w-]+)\/./.exec(arn) ?? [];
  if (!resource) throw new Failure('ValidationException', `Invalid ARN: ${arn}`);
  throw resource === 'certificate'
    ? new Failure('ValidationException', `Certificates are not supported by this operation; use ${instead}.`)
    : new Failure('ResourceNotFoundException', `Resource with arn ${arn} not found in account ${account}`);
}
