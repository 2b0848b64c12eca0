import 'server-only';
import { DeleteCertificateCommand } from '@aws-sdk/client-acm';
import type { Aws } from '../clients';
import { unlessAbsent } from '../unless-absent';

/**
 * Deletes a certificate.
 *
 * @returns false when there was none
 * @throws AwsError `in-use` while something uses it, and some minutes longer
 */
export function deleteCertificate(aws: Aws, arn: string): Promise<boolean> {
  return unlessAbsent(false, async () => {
    await aws.acm.send(new DeleteCertificateCommand({ CertificateArn: arn }));
    return true;
  });
}
