import 'server-only';
import type { TenantLimit } from '@/lib/auth/permissions';
import type { Db } from '@/lib/db/db';
import { readCertificates } from './listed-certificates';
import { inPlaceOf } from './request-number';

/** ARN of the certificate that was requested in place of one that ACM gave up, as far as the reader may see it; null: none. No AWS call. */
export async function findSuccessor(db: Db, id: string, limit: TenantLimit): Promise<string | null> {
  const { certificates } = await readCertificates(db, limit);
  return certificates.find(({ tags }) => inPlaceOf(tags).includes(id))?.arn ?? null;
}
