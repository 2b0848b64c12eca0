import 'server-only';
import { RequestCertificateCommand } from '@aws-sdk/client-acm';
import type { RequestableKeyAlgorithm } from '@/lib/inventory/model';
import type { Aws } from '../clients';
import { required } from '../reshape';

interface CertificateRequest {
  domainName: string;
  /** The other names; ACM answers them sorted. */
  alternativeNames?: readonly string[];
  /** ACM's default is RSA_2048. */
  keyAlgorithm?: RequestableKeyAlgorithm;
  /** `\w{1,32}`; within an hour the same token gives the same certificate. */
  idempotencyToken: string;
  tags: Record<string, string>;
}

/**
 * Requests a public certificate, validated by DNS.
 *
 * @returns the certificate's ARN; its validation records appear some seconds later
 * @throws AwsError `limit` when a quota of ACM is used up
 */
export async function requestCertificate(
  aws: Aws,
  { domainName, alternativeNames = [], keyAlgorithm, idempotencyToken, tags }: CertificateRequest,
): Promise<string> {
  const answer = await aws.acm.send(
    new RequestCertificateCommand({
      DomainName: domainName,
      SubjectAlternativeNames: alternativeNames.length > 0 ? [...alternativeNames] : undefined,
      KeyAlgorithm: keyAlgorithm,
      ValidationMethod: 'DNS',
      IdempotencyToken: idempotencyToken,
      Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    }),
  );
  return required(answer.CertificateArn, 'CertificateArn');
}
