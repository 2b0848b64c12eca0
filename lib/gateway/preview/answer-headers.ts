import { responseHeaderRule } from '../mapping/header-rules';
import type { Mapping } from '../mapping/mapping';
import { parseMapping } from '../mapping/parse-mapping';
import { parseTarget } from '../mapping/parse-target';
import type { IntegrationType } from '../model';
import type { AnsweredHeader, SampleAnswer } from '../preview-response';
import type { HeaderList, ResolveCall } from '../resolve/model';
import { readBody, readMapping } from '../resolve/read-mapping';
import type { SelectedResponse } from '../resolve/select-response';
import type { AnswerBody } from './answer-body';

/** The headers of a non-proxy answer: what is mapped, under the names that the client gets. Facts 08, 8.4 and 8.5. */
export function answerHeaders(
  call: ResolveCall,
  response: SelectedResponse,
  answer: SampleAnswer,
  body: AnswerBody & { ok: true },
): AnsweredHeader[] {
  const headers = Object.entries(response.parameters).flatMap(([key, expression]): AnsweredHeader[] => {
    const target = parseTarget(key, 'response');
    const parsed = parseMapping(expression, 'response');
    if (!target.ok || !parsed.ok) return [];
    const name = answeredName(target.target.name, call.integration.type);
    if (name === null) return [];
    const values = readAnswer(call, parsed.mapping, answer);
    return values.map((value) => ({ name, value, origin: 'mapped', expression }));
  });
  for (const [name, value] of Object.entries(body.overrides?.response.header ?? {})) {
    headers.push({ name, value, origin: 'template' });
  }
  const hasType = headers.some(({ name }) => name.toLowerCase() === 'content-type');
  return hasType ? headers : [...headers, { name: 'Content-Type', value: body.contentType, origin: 'gateway' }];
}

function answeredName(name: string, type: IntegrationType): string | null {
  const fate = responseHeaderRule(name, type)?.fate;
  if (fate === 'dropped' || fate === 'overwritten') return null;
  return fate === 'remapped' ? `x-amzn-Remapped-${name}` : name;
}

function readAnswer(call: ResolveCall, mapping: Mapping, answer: SampleAnswer): string[] {
  if (mapping.kind === 'response-body') return readBody(answer.body, mapping.path);
  if (mapping.kind !== 'response-header' && mapping.kind !== 'response-multi-header') return readMapping(call, mapping);
  const wanted = mapping.name.toLowerCase();
  const values = answer.headers.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value);
  return mapping.kind === 'response-header' ? values.slice(-1) : values;
}

type Fate = 'drop' | 'remap';

/** Of a proxy's back end; what isn't named passes. Facts 08, 8.5: recorded, but for the table's own. */
const proxied: Record<string, Fate> = {
  authorization: 'remap',
  connection: 'remap',
  'content-encoding': 'drop',
  'content-length': 'remap',
  'content-md5': 'remap',
  date: 'remap',
  expect: 'drop',
  host: 'drop',
  'keep-alive': 'drop',
  'max-forwards': 'remap',
  'proxy-authenticate': 'drop',
  'proxy-connection': 'drop',
  server: 'remap',
  te: 'drop',
  trailer: 'drop',
  'transfer-encoding': 'drop',
  upgrade: 'drop',
  'user-agent': 'remap',
  via: 'drop',
  'www-authenticate': 'remap',
  'x-amz-apigw-id': 'drop',
  'x-amzn-requestid': 'remap',
};

/** A proxy's answer as the client gets it. */
export function proxiedHeaders(headers: HeaderList, type: IntegrationType): AnsweredHeader[] {
  const passed = headers.flatMap(([name, value]): AnsweredHeader[] => {
    const lower = name.toLowerCase();
    const fate = Object.hasOwn(proxied, lower) ? proxied[lower] : undefined;
    // A body that really is encoded can't be read without it.
    const isNeeded =
      lower === 'content-encoding' && (type === 'AWS_PROXY' || /^(x-)?gzip$|^(deflate|br|compress|zstd)$/i.test(value));
    if (fate === 'drop' && !isNeeded) return [];
    return [{ name: fate === 'remap' ? `x-amzn-Remapped-${name}` : name, value, origin: 'back-end' }];
  });
  const hasType = passed.some(({ name }) => name.toLowerCase() === 'content-type');
  return hasType ? passed : [...passed, { name: 'Content-Type', value: 'application/json', origin: 'gateway' }];
}
