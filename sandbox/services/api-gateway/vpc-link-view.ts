import type { VpcLink } from '@aws-sdk/client-api-gateway';
import type { Context } from '../../context';
import type { StoredVpcLink } from '../../model';

/** A VPC link with its status of now: AVAILABLE after a while (facts 4.4). */
export function vpcLinkView({ now, dials }: Context, { link, createdAt }: StoredVpcLink): VpcLink {
  if (now - createdAt < dials.vpcLinkReadyAfterMs) return { ...link, status: 'PENDING' };
  return { ...link, status: 'AVAILABLE', statusMessage: 'Your vpc link is ready for use' };
}
