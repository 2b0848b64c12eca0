import type { Context } from '../../context';
import type { StoredCertificate } from '../../model';
import { Failure } from '../../protocol/failure';
import { statusAt } from './certificate-view';

/** Refuses what isn't issued yet as in progress, and what failed, was revoked or has expired as in the wrong state. */
export function refuseUnissued(context: Context, { detail }: StoredCertificate): void {
  const status = statusAt(context.now, detail);
  if (status === 'PENDING_VALIDATION') throw notYetIssued(context, detail.CertificateArn);
  if (status !== 'ISSUED')
    throw new Failure('ValidationException', `Certificate ${detail.CertificateArn} is ${status}, not ISSUED.`);
}

/** What ACM says of a certificate that it is still validating (facts 2.6). */
export function notYetIssued({ account }: Context, arn: string): Failure {
  return new Failure('RequestInProgressException', `Certificate ${arn} in account ${account} not yet issued`);
}
