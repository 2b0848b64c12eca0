import type { PutIntegrationCommandInput } from '@aws-sdk/client-api-gateway';
import { validationFailure, violation } from '../../protocol/failure';
import { refuseUnknownVerb } from './methods';
import { badRequest } from './refusals';

/** In the order in which AWS prints them. */
const types = ['HTTP', 'MOCK', 'AWS_PROXY', 'HTTP_PROXY', 'AWS'];
const passthroughs = ['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'];
const lambdaOrFirehose = /^arn:[\w-]+:apigateway:[\w-]*:(lambda|firehose):/;

/** Refuses an integration that AWS wouldn't store (facts 4.4). */
export function refuseBadIntegration(input: PutIntegrationCommandInput): void {
  const { type, integrationHttpMethod, uri = '', timeoutInMillis, passthroughBehavior } = input;
  if (!types.includes(type ?? '')) {
    throw validationFailure([
      violation(type, 'putIntegrationInput.type', `Member must satisfy enum value set: [${types.join(', ')}]`),
    ]);
  }
  if (type !== 'MOCK') {
    if (!integrationHttpMethod) throw badRequest('Enumeration value for HttpMethod must be non-empty');
    refuseUnknownVerb(integrationHttpMethod);
  }
  if (type === 'HTTP' || type === 'HTTP_PROXY') {
    if (!/^https?:\/\/[^\s/]/.test(uri)) throw badRequest('Invalid HTTP endpoint specified for URI');
  } else if (type === 'AWS' || type === 'AWS_PROXY') refuseBadAwsUri(input, uri);
  if (timeoutInMillis !== undefined && (timeoutInMillis < 50 || timeoutInMillis > 29_000)) {
    throw badRequest('Timeout should be between 50 ms and 29000 ms');
  }
  if (passthroughBehavior !== undefined && !passthroughs.includes(passthroughBehavior)) {
    throw badRequest(`Invalid passthrough behavior specified. Valid options are ${passthroughs.join(',')}`);
  }
}

function refuseBadAwsUri({ type, credentials }: PutIntegrationCommandInput, uri: string): void {
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
