import type { CreateRestApiCommandInput, CreateRestApiCommandOutput, EndpointType } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { defaultModels } from './default-models';
import { randomId } from './random-id';
import { badRequest } from './refusals';
import { refuseOverQuota } from './refuse-over-quota';
import { checkedPolicy, restApiView } from './rest-api-view';
import { checkedTags } from './tags';

const maxCompressionSize = 10_485_760;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateRestApi.html; the root resource and the usual models come with it. */
export function createRestApi(
  context: Context,
  input: CreateRestApiCommandInput,
): Promise<Answer<CreateRestApiCommandOutput>> {
  if (input.name === '') throw badRequest('API name must be non-empty');
  const {
    name,
    description,
    version,
    binaryMediaTypes,
    minimumCompressionSize,
    policy,
    cloneFrom: _unused,
    ...rest
  } = input;
  const endpointConfiguration = checkedEndpoint(input);
  const tags = input.tags && checkedTags(input.tags);
  const rootResourceId = randomId(10);
  const id = randomId(10);
  const created = {
    id,
    name,
    ...(description ? { description } : {}),
    createdDate: new Date(context.now),
    ...(version ? { version } : {}),
    ...(binaryMediaTypes ? { binaryMediaTypes } : {}),
    ...(minimumCompressionSize === undefined ? {} : { minimumCompressionSize }),
    apiKeySource: rest.apiKeySource ?? ('HEADER' as const),
    endpointConfiguration,
    ...(policy ? { policy: checkedPolicy(policy) } : {}),
    ...(tags ? { tags } : {}),
    disableExecuteApiEndpoint: rest.disableExecuteApiEndpoint ?? false,
    rootResourceId,
    ...(rest.securityPolicy ? { securityPolicy: rest.securityPolicy } : {}),
  };
  return context.state.write((tx) => {
    refuseTooMany(context, endpointConfiguration.types[0]);
    tx.put('restApis', keyOf.restApi(context.scope, id), created);
    tx.put('resources', keyOf.resource(context.scope, id, rootResourceId), { id: rootResourceId, path: '/' });
    for (const model of defaultModels()) tx.put('models', keyOf.model(context.scope, id, model.name), model);
    return restApiView(context, created);
  });
}

const quotaOf = { REGIONAL: 'maxRegionalApis', EDGE: 'maxEdgeApis', PRIVATE: 'maxPrivateApis' } as const;

function refuseTooMany(context: Context, type: EndpointType = 'EDGE'): void {
  const all = context.state.list('restApis', keyOf.restApi(context.scope));
  const alike = all.filter(({ endpointConfiguration }) => (endpointConfiguration?.types?.[0] ?? 'EDGE') === type);
  refuseOverQuota(context, quotaOf[type], alike.length);
}

function checkedEndpoint({ description, minimumCompressionSize, endpointConfiguration }: CreateRestApiCommandInput) {
  if (description === '') throw badRequest('Description cannot be an empty string');
  if (
    minimumCompressionSize !== undefined &&
    (minimumCompressionSize < 0 || minimumCompressionSize > maxCompressionSize)
  ) {
    throw badRequest(`Invalid minimum compression size, must be between 0 and ${maxCompressionSize}`);
  }
  const types = endpointConfiguration?.types ?? ['EDGE' as const];
  if (types.length === 0) throw badRequest('REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.');
  if (types.length > 1) throw badRequest('Cannot create an api with multiple Endpoint Types.');
  const isPrivate = types.includes('PRIVATE');
  if (isPrivate && endpointConfiguration?.ipAddressType === 'ipv4')
    throw badRequest('Only dualstack ipAddressType is supported for Private APIs.');
  const { vpcEndpointIds } = endpointConfiguration ?? {};
  return {
    types,
    ipAddressType: endpointConfiguration?.ipAddressType ?? (isPrivate ? ('dualstack' as const) : ('ipv4' as const)),
    ...(vpcEndpointIds ? { vpcEndpointIds } : {}),
  };
}
