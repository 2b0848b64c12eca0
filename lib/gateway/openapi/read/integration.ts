import { defaultTimeoutMs, emptyIntegrationResponse } from '@/lib/gateway/defaults';
import { type Integration, type IntegrationResponse, integrationTypes, verbs } from '@/lib/gateway/model';
import { extension } from '../words';
import {
  booleanOf,
  choiceOf,
  entriesOf,
  get,
  isThere,
  type Node,
  problem,
  type Reading,
  resolve,
  textOf,
  textRecordOf,
  textsOf,
  warn,
  wholeNumberOf,
} from './reading';

const conversions = ['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'] as const;

/** @param resourceId AWS's default for the cache namespace, null where it isn't known */
export function readIntegration(reading: Reading, place: Node, resourceId: string | null): Integration | null {
  if (!isThere(place)) return null;
  const node = resolve(reading, place);
  const type = choiceOf(reading, get(node, 'type'), integrationTypes);
  if (type === null) {
    if (!isThere(get(node, 'type'))) problem(reading, node, 'The type of the integration is missing.');
    return null;
  }
  if (type !== 'MOCK' && !isThere(get(node, 'uri'))) problem(reading, node, 'The uri of the integration is missing.');
  if (isThere(get(node, 'payloadFormatVersion')))
    warn(reading, get(node, 'payloadFormatVersion'), 'payloadFormatVersion is of HTTP APIs and left out.');
  const cacheNamespace = textOf(reading, get(node, 'cacheNamespace'));
  return {
    type,
    uri: textOf(reading, get(node, 'uri')),
    httpMethod: readVerb(reading, get(node, 'httpMethod')),
    credentials: textOf(reading, get(node, 'credentials')),
    connectionType: choiceOf(reading, get(node, 'connectionType'), ['INTERNET', 'VPC_LINK']) ?? 'INTERNET',
    connectionId: textOf(reading, get(node, 'connectionId')),
    integrationTarget: textOf(reading, firstOf(get(node, 'integration-target'), get(node, 'integrationTarget'))),
    passthroughBehavior:
      choiceOf(reading, get(node, 'passthroughBehavior'), ['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER']) ??
      'WHEN_NO_MATCH',
    contentHandling: choiceOf(reading, get(node, 'contentHandling'), conversions),
    timeoutMs: wholeNumberOf(reading, get(node, 'timeoutInMillis'), 1, 900_000) ?? defaultTimeoutMs,
    cacheNamespace: cacheNamespace === resourceId ? null : cacheNamespace,
    cacheKeyParameters: textsOf(reading, get(node, 'cacheKeyParameters')),
    tlsInsecure: booleanOf(reading, get(node, 'tlsConfig', 'insecureSkipVerification')),
    responseTransferMode: choiceOf(reading, get(node, 'responseTransferMode'), ['BUFFERED', 'STREAM']) ?? 'BUFFERED',
    requestParameters: textRecordOf(reading, get(node, 'requestParameters')),
    requestTemplates: textRecordOf(reading, get(node, 'requestTemplates')),
    responses: readResponses(reading, node),
  };
}

const firstOf = (node: Node, other: Node): Node => (isThere(node) ? node : other);

function readVerb(reading: Reading, node: Node): string | null {
  const text = textOf(reading, node);
  if (text === null || text === '') return null;
  // The console writes this for "the client's own".
  return choiceOf(reading, text === extension.anyMethod ? { ...node, value: 'ANY' } : node, verbs);
}

function readResponses(reading: Reading, node: Node): Integration['responses'] {
  const responses: Integration['responses'] = {};
  for (const [pattern, entry] of entriesOf(reading, get(node, 'responses'))) {
    const status = textOf(reading, get(entry, 'statusCode')) ?? '';
    if (!/^[1-5]\d\d$/.test(status)) problem(reading, entry, 'statusCode has to be a status such as 200.');
    else if (Object.hasOwn(responses, status))
      problem(reading, entry, `Another response has the status ${status}: API Gateway keeps one for each.`);
    else responses[status] = readResponse(reading, entry, pattern === 'default' ? null : pattern);
  }
  for (const [status, entry] of entriesOf(reading, get(node, extension.gatehouse, 'responses')))
    responses[status] = readResponse(reading, entry, textOf(reading, get(entry, 'selectionPattern')));
  return responses;
}

function readResponse(reading: Reading, node: Node, selectionPattern: string | null): IntegrationResponse {
  return {
    ...emptyIntegrationResponse(),
    selectionPattern,
    contentHandling: choiceOf(reading, get(node, 'contentHandling'), conversions),
    parameters: textRecordOf(reading, get(node, 'responseParameters')),
    templates: textRecordOf(reading, get(node, 'responseTemplates')),
  };
}
