import 'server-only';
import type { Certificate } from '@/lib/inventory/model';
import type { Aws } from '../clients';
import { mapConcurrently } from '../map-concurrently';
import { describeCertificate } from './describe-certificate';

/** Certificates described at a time; the pacer sets the rate, this only bounds what waits for it. */
const concurrency = 6;

/** Certificates with their tags. One that is deleted meanwhile is left out. */
export async function describeCertificates(aws: Aws, arns: readonly string[]): Promise<Certificate[]> {
  const certificates = await mapConcurrently(arns, concurrency, (arn) => describeCertificate(aws, arn));
  return certificates.filter((certificate) => certificate !== null);
}
