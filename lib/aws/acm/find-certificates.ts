import 'server-only';
import type { Certificate } from '@/lib/inventory/model';
import type { Aws } from '../clients';
import { describeCertificates } from './describe-certificates';
import { listCertificateSummaries } from './list-certificate-summaries';

/**
 * The certificates that have one of these names, or the wildcard right below it: those two share a validation record. Only these
 * are described, with one call for the list and two for each of them.
 *
 * @param names without `*.`
 */
export async function findCertificates(aws: Aws, names: readonly string[]): Promise<Certificate[]> {
  const wanted = new Set(names);
  const has = (certificate: Pick<Certificate, 'names'>) =>
    certificate.names.some((name) => wanted.has(name.replace(/^\*\./, '')));
  const likely = (await listCertificateSummaries(aws)).filter((summary) => summary.moreNames || has(summary));
  const described = await describeCertificates(
    aws,
    likely.map(({ arn }) => arn),
  );
  return described.filter(has);
}
