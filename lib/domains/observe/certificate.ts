import 'server-only';
import { describeCertificate } from '@/lib/aws/acm/describe-certificate';
import type { Context } from '@/lib/context';
import { findRequestedCertificate } from '@/lib/domains/find-requested-certificate';
import type { LoadedDomain } from '@/lib/domains/load-domain';
import { look } from '@/lib/domains/observe/look';
import { type Known, notAsked } from '@/lib/domains/observed';
import type { Certificate } from '@/lib/inventory/model';

/** The domain's certificate. Before removal also one that was requested when the process ended before noting its ARN. */
export async function observeCertificate(ctx: Context, domain: LoadedDomain): Promise<Known<Certificate | null>> {
  const { certificateArn, certificateMode, intent } = domain.wanted;
  if (certificateArn !== null) return look(ctx.now(), () => describeCertificate(ctx.aws, certificateArn));
  if (certificateMode === 'existing' || intent === 'present') return notAsked;
  return look(ctx.now(), () => findRequestedCertificate(ctx, domain));
}
