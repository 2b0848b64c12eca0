import type { GetVpcLinkCommandInput, GetVpcLinkCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { findVpcLink } from './find';
import { vpcLinkView } from './vpc-link-view';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetVpcLink.html */
export function getVpcLink(context: Context, input: GetVpcLinkCommandInput): Answer<GetVpcLinkCommandOutput> {
  return vpcLinkView(context, findVpcLink(context, input.vpcLinkId));
}
