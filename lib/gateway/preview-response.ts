import { parseJson } from './json-path';
import { checkMappings, type MappingFinding } from './mapping/check-mappings';
import { responseMappingsIgnored } from './mapping/header-rules';
import { answerBody } from './preview/answer-body';
import { answerHeaders, proxiedHeaders } from './preview/answer-headers';
import type { PreviewInput } from './preview-request';
import { requestOf } from './resolve';
import type { HeaderList, ResolveCall } from './resolve/model';
import { parseQuery } from './resolve/query';
import { selectResponse } from './resolve/select-response';
import { unmatchedCall } from './resolve/unmatched-call';

/** What a back end came back with, typed by the operator as a sample. */
export interface SampleAnswer {
  status: number;
  headers: HeaderList;
  body: string;
}

export type AnswerOrigin = 'mapped' | 'back-end' | 'gateway' | 'template';

export const answerOriginWords: Record<AnswerOrigin, string> = {
  mapped: 'mapped',
  'back-end': 'from the back end',
  gateway: 'added by API Gateway',
  template: 'set by the template',
};

export interface AnsweredHeader {
  name: string;
  value: string;
  origin: AnswerOrigin;
  /** The mapping expression; of mapped ones only. */
  expression?: string;
}

export interface ResponsePreview {
  /** What the client gets; 500 when no integration response fits. */
  status: number;
  headers: AnsweredHeader[];
  /** Null while a template isn't rendered for want of `render`. */
  body: string | null;
  /** Which integration response was chosen, and why; null for proxies and when none fits. */
  selected: { status: string; sentence: string } | null;
  notes: string[];
  problems: MappingFinding[];
}

export type ResponsePreviewInput = PreviewInput & { answer: SampleAnswer };

/** The exact answer that the client would get for a sample of what the back end answers. Never throws. */
export function previewResponse(input: ResponsePreviewInput): ResponsePreview {
  const { method, answer } = input;
  const problems = checkMappings(method, input.path).filter(({ side }) => side === 'response');
  const { integration } = method;
  if (!integration) return { ...failed('The method has no integration.'), problems };
  const ignored = responseMappingsIgnored(integration.type);
  if (ignored) {
    const headers = proxiedHeaders(answer.headers, integration.type);
    return { status: answer.status, headers, body: answer.body, selected: null, notes: [ignored], problems };
  }
  const isLambda = /:lambda:path\//.test(integration.uri ?? '');
  const text = isLambda ? errorMessage(answer.body) : String(answer.status);
  const selected = selectResponse(integration, text);
  const what = isLambda ? `the error message ${text === '' ? '(none)' : text}` : `the status ${text}`;
  if (!selected) return { ...failed(`No integration response fits ${what}, and there is no default one.`), problems };
  const call = callOf(input, integration);
  const made = answerBody(call, selected, answer, input.render);
  if (!made.ok) return { ...failed(made.sentence), problems };
  const sentence =
    selected.selectionPattern === null
      ? `The default integration response serves ${what}.`
      : `${selected.selectionPattern} matches ${what}.`;
  return {
    status: made.overrides?.response.status ?? Number(selected.status),
    headers: answerHeaders(call, selected, answer, made),
    body: made.text,
    selected: { status: selected.status, sentence },
    notes: made.text === null ? ['The template is not rendered yet.'] : [],
    problems,
  };
}

function errorMessage(body: string): string {
  const json = parseJson(body);
  const message = typeof json === 'object' && json !== null && 'errorMessage' in json ? json.errorMessage : '';
  return typeof message === 'string' ? message : '';
}

function failed(sentence: string): Omit<ResponsePreview, 'problems'> {
  const headers: AnsweredHeader[] = [
    { name: 'x-amzn-ErrorType', value: 'InternalServerErrorException', origin: 'gateway' },
    { name: 'Content-Type', value: 'application/json', origin: 'gateway' },
  ];
  return { status: 500, headers, body: '{"message":"Internal server error"}', selected: null, notes: [sentence] };
}

function callOf(input: PreviewInput, integration: ResolveCall['integration']): ResolveCall {
  const { request, path, verb, method, stageVariables } = input;
  const asked = requestOf({
    verb: request.verb,
    path: request.path,
    headers: request.headers,
    body: request.body,
    host: request.host,
  });
  const stage = { name: input.stage ?? 'prod', variables: stageVariables };
  const base = unmatchedCall(asked, request.verb, {
    stage,
    ...(input.restApiId ? { restApiId: input.restApiId } : {}),
  });
  return { ...base, integration, query: parseQuery(asked.query), route: { path, verb, method, pathParameters: {} } };
}
