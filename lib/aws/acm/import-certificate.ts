import 'server-only';
import { ImportCertificateCommand } from '@aws-sdk/client-acm';
import type { Aws } from '../clients';
import { required } from '../reshape';

interface CertificateImport {
  /** Each PEM; the key without passphrase. */
  certificatePem: string;
  privateKeyPem: string;
  /** Empty: it has signed itself. */
  chainPem: string;
  /** The imported certificate whose place it takes; null: a new one. */
  arn: string | null;
  /** Not with `arn`: ACM keeps the tags that are there. */
  tags: Record<string, string>;
}

/**
 * Imports a certificate with its key; with an ARN, everything that uses that one serves the new one from then on.
 *
 * @returns the ARN
 * @throws AwsError `invalid` when ACM does not take it, `limit`
 */
export async function importCertificate(
  aws: Aws,
  { certificatePem, privateKeyPem, chainPem, arn, tags }: CertificateImport,
): Promise<string> {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const answer = await aws.acm.send(
    new ImportCertificateCommand({
      Certificate: bytes(certificatePem),
      PrivateKey: bytes(privateKeyPem),
      CertificateChain: chainPem === '' ? undefined : bytes(chainPem),
      ...(arn === null
        ? { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) }
        : { CertificateArn: arn }),
    }),
  );
  return required(answer.CertificateArn, 'CertificateArn');
}
