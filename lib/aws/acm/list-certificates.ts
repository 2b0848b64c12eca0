import 'server-only';
import type { Certificate } from '@/lib/inventory/model';
import type { Aws } from '../clients';
import { describeCertificates } from './describe-certificates';
import { listCertificateSummaries } from './list-certificate-summaries';

/** All certificates of the account in the region, each described. One that is deleted meanwhile is left out. */
export async function listCertificates(aws: Aws): Promise<Certificate[]> {
  const summaries = await listCertificateSummaries(aws);
  return describeCertificates(
    aws,
    summaries.map(({ arn }) => arn),
  );
}
