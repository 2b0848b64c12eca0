import { functionArnOf, parseAwsUri } from '../aws-uri';
import { GatewayFault } from '../fault';
import { callFunction, errorMessageOf } from '../functions/call-function';
import { readProxyAnswer } from '../functions/proxy-answer';
import { proxyEvent } from '../functions/proxy-event';
import type { GatewayCall } from '../gateway-call';
import { headerValue } from '../header-list';
import { type GatewayAnswer, type IntegrationAnswer, readAnswerBody } from '../integration-answer';
import { integrationUri } from '../integration-uri';
import { mappedParameters } from '../mapped-parameters';
import { proxiedHeaders } from '../response-headers';
import { endpointHeaders } from './endpoint-headers';
import { exchange, type IntegrationSteps, type IntegrationTools } from './integration';

const functionError = 'Lambda execution failed with status 200 due to customer function error';

/** AWS_PROXY: the function gets the whole request as an event, and answers for the gateway (facts 08, sections 8.6 and 8.7). */
export const lambdaProxy: IntegrationSteps = { ask, respond };

async function ask(call: GatewayCall, tools: IntegrationTools): Promise<IntegrationAnswer> {
  if (call.integration.httpMethod !== 'POST')
    throw new GatewayFault('internal', 'Lambda functions are invoked by POST only');
  const target = parseAwsUri(integrationUri(call, null));
  const arn = functionArnOf(target);
  if (arn === null) throw new GatewayFault('internal', `the sandbox has no service for ${call.integration.uri}`);
  const whole = await tools.body.read();
  // Mapped parameters don't show in the event, but forbidden ones fail the call all the same.
  mappedParameters(call, whole);
  const event = JSON.stringify(proxyEvent(call, whole));
  return exchange(
    tools,
    () => ({
      uri: `https://lambda.${target.region}.amazonaws.com/${target.rest}`,
      headers: endpointHeaders(call, target),
      body: Buffer.from(event),
    }),
    async () => {
      const { failed, payload } = await callFunction(call, tools, arn, event);
      const headers: [string, string][] = [
        ['Content-Type', 'application/json'],
        ...(failed ? [['X-Amz-Function-Error', 'Unhandled'] as [string, string]] : []),
      ];
      return { status: 200, headers, body: Buffer.from(payload) };
    },
  );
}

async function respond(call: GatewayCall, result: IntegrationAnswer): Promise<GatewayAnswer> {
  const payload = (await readAnswerBody(result.body)).toString('utf8');
  if (headerValue(result.headers, 'X-Amz-Function-Error') !== undefined)
    throw new GatewayFault('badProxyAnswer', `${functionError}: ${errorMessageOf(payload)}`);
  const answer = readProxyAnswer(call, payload);
  const headers = proxiedHeaders(answer.headers);
  if (headerValue(headers, 'Content-Type') === undefined) headers.push(['Content-Type', 'application/json']);
  return { ...answer, headers: [...headers, ['X-Amzn-Trace-Id', call.request.traceId]] };
}
