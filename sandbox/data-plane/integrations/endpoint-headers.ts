import { accountIn } from '../../scope';
import type { AwsUri } from '../aws-uri';
import type { GatewayCall } from '../gateway-call';

/** What API Gateway adds to a call of an AWS service; the signature is never shown whole. */
export function endpointHeaders(call: GatewayCall, { service, region }: AwsUri): [string, string][] {
  const { request, restApi, stage, resource, scope } = call;
  const path = `${restApi.id}/${stage.stageName}/${request.verb}${resource.path}`;
  const time = new Date(request.receivedAt).toISOString().replace(/[-:]|\.\d+/g, '');
  return [
    ...(service === 'lambda' ? [['x-amzn-lambda-integration-tag', request.requestId] as [string, string]] : []),
    ['Authorization', `${'*'.repeat(40)}${request.requestId.slice(-6)}`],
    ['X-Amz-Date', time],
    ['x-amzn-apigateway-api-id', restApi.id],
    ...(service === 'lambda'
      ? [['X-Amz-Source-Arn', `arn:aws:execute-api:${region}:${accountIn(scope)}:${path}`] as [string, string]]
      : []),
    ['Accept', 'application/json'],
    ['User-Agent', `AmazonAPIGateway_${restApi.id}`],
    ['X-Amzn-Trace-Id', request.traceId],
  ];
}
