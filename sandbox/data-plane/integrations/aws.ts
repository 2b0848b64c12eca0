import { type AwsUri, parseAwsUri } from '../aws-uri';
import { GatewayFault } from '../fault';
import type { GatewayCall } from '../gateway-call';
import type { IntegrationAnswer } from '../integration-answer';
import { integrationRequest } from '../integration-request';
import type { AskService } from './aws-service';
import { endpointHeaders } from './endpoint-headers';
import { exchange, type IntegrationSteps, type IntegrationTools } from './integration';
import { askLambda } from './lambda';
import { respondMapped } from './respond-mapped';
import { askS3 } from './s3';
import { askStepFunctions } from './step-functions';

/** The services that the sandbox plays, as they stand in URIs. */
const services: Record<string, AskService> = { lambda: askLambda, s3: askS3, states: askStepFunctions };

/** AWS: calls a service with what the mappings and the template make of the request. */
export const aws: IntegrationSteps = { ask: askAws, respond: respondMapped };

async function askAws(call: GatewayCall, tools: IntegrationTools): Promise<IntegrationAnswer> {
  const wanted = integrationRequest(call, await tools.body.read());
  const target = parseAwsUri(wanted.uri);
  const ask = Object.hasOwn(services, target.service) ? services[target.service] : undefined;
  if (!ask) throw new GatewayFault('internal', `the sandbox has no service for ${wanted.uri}`);
  const { httpMethod = 'ANY', credentials } = call.integration;
  const verb = httpMethod === 'ANY' ? call.request.verb : httpMethod;
  const body = Buffer.isBuffer(wanted.body) ? wanted.body : Buffer.alloc(0);
  const { headers, query } = wanted;
  const endpoint = () => ({
    uri: endpointOf(target),
    headers: [...endpointHeaders(call, target), ...headers],
    body,
  });
  return exchange(tools, endpoint, async () => {
    // Functions have policies of their own; everything else is reached in a role only.
    if (target.service !== 'lambda' && !credentials) return accessDenied(target);
    return ask({ target, verb, headers, query, body }, call, tools);
  });
}

function endpointOf({ service, subdomain, region, kind, rest }: AwsUri): string {
  const host = `${subdomain === null ? '' : `${subdomain}.`}${service}.${region}.amazonaws.com`;
  return `https://${host}/${kind === 'path' ? rest : `?Action=${rest}`}`;
}

function accessDenied({ service }: AwsUri): IntegrationAnswer {
  if (service === 's3') {
    const body =
      '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>';
    return { status: 403, headers: [['Content-Type', 'application/xml']], body: Buffer.from(body) };
  }
  const body = JSON.stringify({
    __type: 'MissingAuthenticationTokenException',
    message: 'Missing Authentication Token',
  });
  return { status: 403, headers: [['Content-Type', 'application/x-amz-json-1.0']], body: Buffer.from(body) };
}
