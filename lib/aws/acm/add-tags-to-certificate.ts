import 'server-only';
import { AddTagsToCertificateCommand } from '@aws-sdk/client-acm';
import type { Aws } from '../clients';

/**
 * Adds tags to a certificate, or changes them; others stay.
 *
 * @throws AwsError `not-found` when there is no such certificate
 */
export async function addTagsToCertificate(aws: Aws, arn: string, tags: Record<string, string>): Promise<void> {
  const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  await aws.acm.send(new AddTagsToCertificateCommand({ CertificateArn: arn, Tags }));
}
