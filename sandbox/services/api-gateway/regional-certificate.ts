import { randomUUID } from 'node:crypto';
import type { Context } from '../../context';
import type { StoredCertificate } from '../../model';
import { keyOf } from '../../scope';
import type { Transaction } from '../../state';
import { statusAt } from '../acm/certificate-view';
import { badRequest } from './refusals';

/** The certificate for a regional domain, or the refusal that AWS has for it (facts 3.4). */
export function usableCertificate(context: Context, arn: string, domainName: string): StoredCertificate {
  const [, , service, region = '', owner] = arn.split(':');
  if (service !== 'acm' || region !== context.region) {
    throw badRequest(`Invalid certificate ARN: ${arn}. Certificate must be in '${context.region}'.`);
  }
  if (owner !== context.account)
    throw badRequest('The certificate provided must be owned by the account creating the domain.');
  const stored = context.state.get('certificates', keyOf.certificate(context.scope, arn));
  if (!stored) throw badRequest('The provided certificate does not exist');
  if (statusAt(context.now, stored.detail) !== 'ISSUED') {
    throw badRequest(
      `Certificate ${arn} in account ${context.account} not yet issued (Service: AWSCertificateManager; Status Code: 400; ` +
        `Error Code: RequestInProgressException; Request ID: ${randomUUID()}; Proxy: null)`,
    );
  }
  if (!stored.detail.SubjectAlternativeNames?.some((name) => covers(name, domainName))) {
    throw badRequest(`The domain name ${domainName} is not covered by the certificate ${arn}.`);
  }
  return stored;
}

/** A wildcard covers one level, and itself. */
function covers(certificateName: string, domainName: string): boolean {
  if (certificateName === domainName) return true;
  return certificateName.startsWith('*.') && domainName.split('.').slice(1).join('.') === certificateName.slice(2);
}

/** Notes that the domain began to use the certificate; ACM's InUseBy follows. */
export function takeCertificate(context: Context, tx: Transaction, arn: string, domainName: string): void {
  changeUses(context, tx, arn, (uses) => [...uses, { domainName, since: context.now }]);
}

/** Notes that the domain let go of the certificate. */
export function releaseCertificate(
  context: Context,
  tx: Transaction,
  arn: string | undefined,
  domainName: string,
): void {
  if (!arn) return;
  changeUses(context, tx, arn, (uses) =>
    uses.map((use) =>
      use.domainName === domainName && use.until === undefined ? { ...use, until: context.now } : use,
    ),
  );
}

type Uses = NonNullable<StoredCertificate['uses']>;

function changeUses(context: Context, tx: Transaction, arn: string, change: (uses: Uses) => Uses): void {
  const key = keyOf.certificate(context.scope, arn);
  const stored = context.state.get('certificates', key);
  if (!stored) return;
  // Uses that ended long ago say nothing any more.
  const recent = (stored.uses ?? []).filter((use) => use.until === undefined || context.now - use.until < 3_600_000);
  tx.put('certificates', key, { ...stored, uses: change(recent) });
}
