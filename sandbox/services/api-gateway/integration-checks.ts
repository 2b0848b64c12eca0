import type { Integration, Method } from '@aws-sdk/client-api-gateway';
import type { Context } from '../../context';
import { refuseBadContentTypes, refuseBadRequestMappings, refuseUndeclaredCacheKeys } from './mapping-expression';
import { refuseUnknownVerb } from './methods';
import { badRequest } from './refusals';
import { withoutEmpty } from './without-empty';

const passthroughs = ['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'];
const lambdaOrFirehose = /^arn:[\w-]+:apigateway:[\w-]*:(lambda|firehose):/;
const minTimeout = 50;
/** Of an answer that is passed on as it comes, 15 minutes. */
const maxStreamTimeout = 900_000;

/** An integration as AWS would store it; refuses one that it wouldn't (facts 4.4 and 4.5). */
export function checkedIntegration(context: Context, integration: Integration, method: Method): Integration {
  const { type, httpMethod, uri = '', passthroughBehavior } = integration;
  if (type !== 'MOCK') {
    if (!httpMethod) throw badRequest('Enumeration value for HttpMethod must be non-empty');
    refuseUnknownVerb(httpMethod);
  }
  if (type === 'HTTP' || type === 'HTTP_PROXY') {
    if (!/^https?:\/\/[^\s/]/.test(uri)) throw badRequest('Invalid HTTP endpoint specified for URI');
  } else if (type === 'AWS' || type === 'AWS_PROXY') refuseBadAwsUri(integration, uri);
  refuseBadTransfer(context, integration);
  if (passthroughBehavior !== undefined && !passthroughs.includes(passthroughBehavior)) {
    throw badRequest(`Invalid passthrough behavior specified. Valid options are ${passthroughs.join(',')}`);
  }
  refuseBadRequestMappings(integration.requestParameters, method);
  refuseUndeclaredCacheKeys(integration.cacheKeyParameters, method);
  refuseBadContentTypes(integration.requestTemplates);
  return withoutEmpty(integration);
}

function refuseBadAwsUri({ type, credentials }: Integration, uri: string): void {
  if (!/^arn:[\w-]+:apigateway:/.test(uri)) throw badRequest('Invalid ARN specified in the request');
  if (!/:(path|action)\//.test(uri)) throw badRequest('AWS ARN for integration must contain path or action');
  const callsLambda = lambdaOrFirehose.test(uri);
  if (type === 'AWS_PROXY' && !callsLambda) {
    throw badRequest(
      "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations.",
    );
  }
  if (type === 'AWS' && !callsLambda && !credentials)
    throw badRequest('Role ARN must be specified for AWS integrations');
}

/** Only proxies stream, and only who streams may take longer than the account's quota (facts 1.3). */
function refuseBadTransfer({ dials }: Context, { type, responseTransferMode, timeoutInMillis }: Integration): void {
  const streams = responseTransferMode === 'STREAM';
  if (streams && type !== 'HTTP_PROXY' && type !== 'AWS_PROXY') {
    throw badRequest('Response transfer mode STREAM is only supported for HTTP_PROXY and AWS_PROXY integrations');
  }
  const max = streams ? maxStreamTimeout : dials.maxIntegrationTimeoutMs;
  if (timeoutInMillis === undefined || (timeoutInMillis >= minTimeout && timeoutInMillis <= max)) return;
  throw badRequest(`Timeout should be between ${minTimeout} ms and ${max} ms`);
}
