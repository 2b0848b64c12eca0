import 'server-only';
import { RemoveTagsFromCertificateCommand } from '@aws-sdk/client-acm';
import type { Aws } from '../clients';
import { unlessAbsent } from '../unless-absent';

/**
 * Takes tags off a certificate, whatever their values; keys that it doesn't have are no error.
 *
 * @returns false when there is no such certificate
 */
export function removeTagsFromCertificate(aws: Aws, arn: string, keys: string[]): Promise<boolean> {
  return unlessAbsent(false, async () => {
    const Tags = keys.map((Key) => ({ Key }));
    await aws.acm.send(new RemoveTagsFromCertificateCommand({ CertificateArn: arn, Tags }));
    return true;
  });
}
