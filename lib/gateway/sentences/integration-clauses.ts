import type { FieldName } from '@/lib/gateway/fields';
import type { MappingSide } from '@/lib/gateway/mapping/mapping';
import { typeInWords } from './integration-in-words';
import { mappingInWords } from './mapping-in-words';
import { type Clause, changes, duration, flag, longText, members } from './phrases';
import { targetInWords } from './targets';

const passthroughWords: Readonly<Record<string, string>> = {
  WHEN_NO_MATCH: 'pass them on',
  WHEN_NO_TEMPLATES: 'pass them on only where there are no templates',
  NEVER: 'refuse them',
};

const contentWords: Readonly<Record<string, string>> = {
  CONVERT_TO_BINARY: 'converted to binary',
  CONVERT_TO_TEXT: 'converted to text',
};

const contentHandling = (label: string) => changes(label, (value) => contentWords[String(value)] ?? String(value));

export const integrationClauses: Record<FieldName<'integration'>, Clause> = {
  type: changes('integration', typeInWords),
  uri: changes('back end'),
  httpMethod: changes("verb of the back end's request", (value) => (value === 'ANY' ? "the client's" : String(value))),
  credentials: changes('role'),
  connectionType: ({ after }) =>
    after === 'VPC_LINK' ? 'back end is reached through a VPC link' : 'back end is reached over the internet',
  connectionId: changes('VPC link'),
  integrationTarget: changes('load balancer behind the VPC link'),
  passthroughBehavior: changes(
    'bodies without a template:',
    (value) => passthroughWords[String(value)] ?? String(value),
  ),
  contentHandling: contentHandling('body of the request'),
  timeoutMs: changes('timeout', duration),
  cacheNamespace: changes('cache namespace'),
  cacheKeyParameters: members('cache key:'),
  tlsInsecure: flag('any certificate of the back end is accepted', "the back end's certificate is checked"),
  responseTransferMode: ({ after }) =>
    after === 'STREAM' ? 'the answer is streamed' : 'the answer is no longer streamed',
  requestParameters: mapped('request', (name) => `${name} to the back end`),
  requestTemplates: longText((key) => `template for ${key}`),
};

export const integrationResponseClauses: Record<FieldName<'integration-response'>, Clause> = {
  selectionPattern: ({ before, after }) => {
    if (after === null) return `is now the default (was for answers like ${String(before)})`;
    return before === null
      ? `is now for answers like ${String(after)} (was the default)`
      : `answers like ${String(before)} -> like ${String(after)}`;
  },
  contentHandling: contentHandling('body'),
  parameters: mapped('response', (name) => name),
  templates: longText((key) => `template for ${key}`),
};

/** A header, query parameter or path variable that a mapping sets. */
export function mapped(side: MappingSide, title: (name: string) => string): Clause {
  return ({ before, after, key }) => {
    const name = title(targetInWords(key));
    const was = before === null ? '' : ` (was ${mappingInWords(String(before), side)})`;
    return after === null
      ? `${name} is no longer set${was}`
      : `${name} is now ${mappingInWords(String(after), side)}${was}`;
  };
}
