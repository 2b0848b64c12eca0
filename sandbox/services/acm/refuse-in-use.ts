import type { Context } from '../../context';
import type { StoredCertificate } from '../../model';
import { Failure } from '../../protocol/failure';
import { isInUse } from './certificate-view';

/** Refuses to take away what something uses. What uses it right now holds it too, even before InUseBy shows that. */
export function refuseInUse(context: Context, stored: StoredCertificate): void {
  if (!isInUse(context, stored) && !stored.uses?.some((use) => use.until === undefined)) return;
  throw new Failure(
    'ResourceInUseException',
    `Certificate ${stored.detail.CertificateArn} in account ${context.account} is in use.`,
  );
}
