import type { Mapping, MappingSide } from '@/lib/gateway/mapping/mapping';
import { parseMapping } from '@/lib/gateway/mapping/parse-mapping';
import { short } from './phrases';

/** Those that people use most; others are shown as AWS writes them. */
const contextWords: Readonly<Record<string, string>> = {
  domainName: 'the host name of the request',
  domainPrefix: 'the first label of the host name of the request',
  requestId: 'the id of the request',
  extendedRequestId: 'the extended id of the request',
  stage: 'the name of the stage',
  path: 'the path of the request',
  resourcePath: 'the path of the route',
  httpMethod: 'the verb of the request',
  protocol: 'the protocol of the request',
  requestTime: 'the time of the request',
  requestTimeEpoch: 'the time of the request in ms',
  apiId: 'the id of the gateway',
  accountId: 'the AWS account of the gateway',
  'identity.sourceIp': "the client's IP address",
  'identity.userAgent': "the client's User-Agent",
  'authorizer.principalId': 'the principal that the authorizer returned',
  'error.message': 'the error',
};

/** A mapping expression in a few words: "the host name of the request". What isn't one stays as it is. */
export function mappingInWords(text: string, side: MappingSide): string {
  const parsed = parseMapping(text, side);
  return short(parsed.ok ? inWords(parsed.mapping) : text);
}

function inWords(mapping: Mapping): string {
  switch (mapping.kind) {
    case 'constant':
      return `'${mapping.value}'`;
    case 'stage-variable':
      return `the stage variable ${mapping.name}`;
    case 'context':
      return Object.hasOwn(contextWords, mapping.name)
        ? (contextWords[mapping.name] ?? mapping.name)
        : `context.${mapping.name}`;
    case 'path':
      return `the path variable ${mapping.name} of the request`;
    case 'query':
      return `the query parameter ${mapping.name} of the request`;
    case 'multi-query':
      return `all values of the query parameter ${mapping.name} of the request`;
    case 'header':
      return `the header ${mapping.name} of the request`;
    case 'multi-header':
      return `all values of the header ${mapping.name} of the request`;
    case 'body':
      return mapping.path === null ? 'the body of the request' : `${mapping.path} of the body of the request`;
    case 'response-header':
      return `the back end's header ${mapping.name}`;
    case 'response-multi-header':
      return `all values of the back end's header ${mapping.name}`;
    case 'response-body':
      return mapping.path === null ? "the back end's body" : `${mapping.path} of the back end's body`;
  }
}
