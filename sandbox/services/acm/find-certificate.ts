import type { Context } from '../../context';
import type { StoredCertificate } from '../../model';
import { Failure } from '../../protocol/failure';
import { keyOf } from '../../scope';

const arnPattern = /^arn:aws[\w-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[\w-]+$/;

/** Whether ACM takes it for the ARN of a certificate. */
export function isCertificateArn(arn: string): boolean {
  return arnPattern.test(arn);
}

/** The certificate of that ARN, or ACM's refusal. */
export function findCertificate(context: Context, arn = ''): StoredCertificate {
  if (!isCertificateArn(arn)) throw new Failure('InvalidArnException', `Invalid ARN: ${arn}`);
  const stored = context.state.get('certificates', keyOf.certificate(context.scope, arn));
  if (!stored) {
    throw new Failure(
      'ResourceNotFoundException',
      `Certificate with arn ${arn} not found in account ${context.account}`,
    );
  }
  return stored;
}
