import 'server-only';
import { RequestCertificateCommand } from '@aws-sdk/client-acm';
import type { Aws } from '../clients';
import { required } from '../reshape';

/**
 * Requests a public certificate for one name, validated by DNS.
 *
 * @param input.idempotencyToken `\w{1,32}`; within an hour the same token gives the same certificate
 * @returns the certificate's ARN; its validation record appears some seconds later
 * @throws AwsError `limit` when ACM's quota is used up
 */
export async function requestCertificate(
  aws: Aws,
  input: { domainName: string; idempotencyToken: string; tags: Record<string, string> },
): Promise<string> {
  const answer = await aws.acm.send(
    new RequestCertificateCommand({
      DomainName: input.domainName,
      ValidationMethod: 'DNS',
      IdempotencyToken: input.idempotencyToken,
      Tags: Object.entries(input.tags).map(([Key, Value]) => ({ Key, Value })),
    }),
  );
  return required(answer.CertificateArn, 'CertificateArn');
}
