import type {
  UpdateHostedZoneCommentCommandInput,
  UpdateHostedZoneCommentCommandOutput,
} from '@aws-sdk/client-route-53';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { writeZone } from './write-zone';
import { bareId, findZone, zoneView } from './zone';

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_UpdateHostedZoneComment.html: without a comment the old one goes. */
export function updateHostedZoneComment(
  context: Context,
  { Id, Comment }: UpdateHostedZoneCommentCommandInput,
): Promise<Answer<UpdateHostedZoneCommentCommandOutput>> {
  return writeZone(context, Id, (tx) => {
    const stored = findZone(context, Id);
    const { Comment: _old, ...config } = stored.zone.Config ?? {};
    const zone = { ...stored.zone, Config: { ...(Comment ? { Comment } : {}), ...config } };
    tx.put('zones', keyOf.zone(context.account, bareId(zone.Id)), { ...stored, zone });
    return { HostedZone: zoneView(context, { ...stored, zone }) };
  });
}
