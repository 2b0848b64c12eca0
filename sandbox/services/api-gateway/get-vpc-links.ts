import type { GetVpcLinksCommandInput, GetVpcLinksCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { page } from './page';
import { vpcLinkView } from './vpc-link-view';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetVpcLinks.html */
export function getVpcLinks(context: Context, input: GetVpcLinksCommandInput): Answer<GetVpcLinksCommandOutput> {
  const links = context.state.list('vpcLinks', keyOf.vpcLink(context.scope));
  return page(
    links.map((stored) => vpcLinkView(context, stored)),
    input,
  );
}
