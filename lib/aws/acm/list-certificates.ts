import 'server-only';
import { KeyAlgorithm, ListCertificatesCommand } from '@aws-sdk/client-acm';
import type { Certificate } from '@/lib/inventory/model';
import type { Aws } from '../clients';
import { collectPages } from '../collect-pages';
import { mapConcurrently } from '../map-concurrently';
import { required } from '../reshape';
import { describeCertificate } from './describe-certificate';

/** Certificates described at a time; the pacer sets the rate, this only bounds what waits for it. */
const concurrency = 6;

/** All certificates of the account in the region, each described. One that is deleted meanwhile is left out. */
export async function listCertificates(aws: Aws): Promise<Certificate[]> {
  const arns = await collectPages(async (token: string | undefined) => {
    const page = await aws.acm.send(
      new ListCertificatesCommand({
        MaxItems: 1000,
        NextToken: token,
        Includes: { keyTypes: Object.values(KeyAlgorithm) }, // without it ACM leaves out all but RSA 2048
      }),
    );
    const items = (page.CertificateSummaryList ?? []).map((summary) =>
      required(summary.CertificateArn, 'CertificateArn'),
    );
    return { items, next: page.NextToken };
  });
  const certificates = await mapConcurrently(arns, concurrency, (arn) => describeCertificate(aws, arn));
  return certificates.filter((certificate) => certificate !== null);
}
