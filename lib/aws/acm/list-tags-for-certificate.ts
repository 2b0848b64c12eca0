import 'server-only';
import { ListTagsForCertificateCommand } from '@aws-sdk/client-acm';
import type { Aws } from '../clients';

/** The tags of a certificate. */
export async function listTagsForCertificate(aws: Aws, arn: string): Promise<Record<string, string>> {
  const { Tags } = await aws.acm.send(new ListTagsForCertificateCommand({ CertificateArn: arn }));
  return Object.fromEntries((Tags ?? []).flatMap(({ Key, Value }) => (Key ? [[Key, Value ?? '']] : [])));
}
