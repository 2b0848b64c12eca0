import type { TemplateOverrides } from '../templates/model';
import { identifyingHeaders, userAgent } from './build-http-request';
import type { CompiledIntegration } from './compile-integration';
import { fillStageVariables, fillUri } from './fill-uri';
import { headerValue, mediaType } from './headers';
import { mappedHeaders, mappedQuery, replaceHeaders } from './mapped-parameters';
import type { ResolveCall, SentBody, SentHeader, SentRequest } from './model';
import { formatQuery } from './query';

/** `arn:aws:apigateway:<region>:[<subdomain>.]<service>:path|action/<rest>` */
const serviceArn = /^arn:(aws[\w-]*):apigateway:([^:]*):(?:([^.:]+)\.)?([^:]+):(path|action)\/(.*)$/s;

/** What an AWS integration sends to a service; a sentence when its URI names none. Facts 04, 4.4. */
export function buildAwsRequest(
  call: ResolveCall,
  compiled: CompiledIntegration,
  body: SentBody,
  overrides: TemplateOverrides | null,
): SentRequest | string {
  const { integration } = call;
  const uri = fillUri(call, compiled, overrides?.request.path ?? {});
  const [, partition, region, subdomain, service, style, rest = ''] = serviceArn.exec(uri) ?? [];
  if (service === undefined) return `${uri === '' ? 'An empty text' : uri} names no AWS service.`;
  if (/[{}]/.test(rest)) return `The back end's address comes out as ${uri}: nothing is mapped to what is in braces.`;
  const domain = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  const host = `${subdomain ? `${subdomain}.` : ''}${service}.${region}.${domain}`;
  const [path = '', fixedQuery] = style === 'path' ? rest.split('?', 2) : ['', `Action=${rest}`];
  const query = [fixedQuery, formatQuery(mappedQuery(call, compiled, overrides))].filter(Boolean).join('&');
  const { httpMethod } = integration;
  return {
    kind: 'aws',
    verb: httpMethod === null || httpMethod === 'ANY' ? call.verb : httpMethod,
    origin: `https://${host}`,
    path: `/${path}${query === '' ? '' : `?${query}`}`,
    headers: replaceHeaders(ownHeaders(call, host), mappedHeaders(call, compiled, overrides)),
    body,
    connection: { kind: 'internet' },
    credentials: fillStageVariables(call, integration.credentials),
    timeoutMs: integration.timeoutMs,
  };
}

function ownHeaders(call: ResolveCall, host: string): SentHeader[] {
  const given = headerValue(call.request.headers, 'Content-Type');
  return [
    { name: 'Host', value: host, origin: 'gateway' },
    { name: 'Accept', value: 'application/json', origin: 'gateway' },
    { name: 'Content-Type', value: given ?? mediaType(undefined), origin: given === undefined ? 'gateway' : 'client' },
    userAgent(call),
    ...identifyingHeaders(call),
  ];
}
