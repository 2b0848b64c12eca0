import type { CreateVpcLinkCommandInput, CreateVpcLinkCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { defined } from './defined';
import { randomId } from './random-id';
import { badRequest } from './refusals';
import { refuseOverQuota } from './refuse-over-quota';
import { checkedTags } from './tags';
import { vpcLinkView } from './vpc-link-view';

const loadBalancer = /^arn:[\w-]+:elasticloadbalancing:[\w-]+:\d{12}:loadbalancer\/.+$/;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateVpcLink.html */
export function createVpcLink(
  context: Context,
  input: CreateVpcLinkCommandInput,
): Promise<Answer<CreateVpcLinkCommandOutput>> {
  const { name = '', description, targetArns = [] } = input;
  if (name === '') throw badRequest('Name cannot be empty');
  if (targetArns.length > 1) throw badRequest('More than one target arn specified for vpc link.');
  const [arn = ''] = targetArns;
  if (!loadBalancer.test(arn)) throw badRequest(`Invalid ARN. ARN is not well formed ${arn}`);
  const tags = input.tags && checkedTags(input.tags);
  return context.state.write((tx) => {
    refuseOverQuota(context, 'maxVpcLinks', context.state.count('vpcLinks', keyOf.vpcLink(context.scope)));
    const link = defined({ id: randomId(6), name, description: description || undefined, targetArns, tags });
    const stored = { link, createdAt: context.now };
    tx.put('vpcLinks', keyOf.vpcLink(context.scope, link.id), stored);
    return vpcLinkView(context, stored);
  });
}
