import { emptySnapshot } from './defaults';
import { checkMappings, type MappingFinding } from './mapping/check-mappings';
import type { ApiSettings, Method, Snapshot, Verb } from './model';
import { requestNotes } from './preview/request-notes';
import { type SampleRequest, samplePath } from './preview/sample-request';
import { type Resolution, requestOf, resolve } from './resolve';
import type { HeaderOrigin, SentHeader } from './resolve/model';
import type { RenderTemplate } from './templates/model';

export { type SampleRequest, samplePath, sampleRequest } from './preview/sample-request';

/** How an origin reads beside a header. */
export const originWords: Record<HeaderOrigin, string> = {
  mapped: 'mapped',
  client: 'from the client',
  gateway: 'added by API Gateway',
  template: 'set by the template',
};

export interface PreviewInput {
  api: ApiSettings;
  /** The resource's. */
  path: string;
  verb: Verb;
  /** As it is being edited. */
  method: Method;
  request: SampleRequest;
  stageVariables: Record<string, string>;
  stage?: string;
  restApiId?: string;
  /** `templates/render-template.ts`, once it is loaded; without it a body that a template makes stays unknown. */
  render?: RenderTemplate;
}

export interface RequestPreview {
  outcome: Resolution['outcome'];
  /** `PUT https://back.example.com/orders/42?x=1`; null when no back end is called. */
  requestLine: string | null;
  /** In the order in which they are sent. */
  headers: SentHeader[];
  /** What the back end gets as body; null for none, and while a template isn't rendered. */
  body: string | null;
  /** True while a template isn't rendered for want of `render`. */
  awaitsTemplate: boolean;
  /** The gateway's own answer, when it lets nothing through. */
  refusal: { status: number; body: string; sentence: string } | null;
  /** What isn't as it looks with this request: a header that isn't sent, a variable that is empty. */
  notes: string[];
  /** What is wrong with the mappings themselves, whatever the request. */
  problems: MappingFinding[];
  resolution: Resolution;
}

/**
 * The exact request that the back end would get for a sample, for a method as it stands in an editor. Quick enough for every key
 * stroke. Authorizers and API keys are taken for passed. Never throws.
 */
export function previewRequest(input: PreviewInput): RequestPreview {
  const { path, method, request, stageVariables } = input;
  const resolution = resolve(
    onlyThis(input),
    requestOf({
      verb: request.verb,
      path: request.path,
      headers: request.headers,
      body: request.body,
      host: request.host,
    }),
    {
      checks: 'skip',
      stage: { name: input.stage ?? 'prod', variables: stageVariables },
      ...(input.render ? { render: input.render } : {}),
      ...(input.restApiId ? { restApiId: input.restApiId } : {}),
    },
  );
  const sent = resolution.outcome === 'sent' ? resolution.request : null;
  const body = sent?.body ?? (resolution.outcome === 'mocked' ? resolution.body : { kind: 'none' as const });
  return {
    outcome: resolution.outcome,
    requestLine: sent && `${sent.verb} ${sent.origin}${sent.path}`,
    headers: sent?.headers ?? [],
    body: 'text' in body ? body.text : body.kind === 'event' ? JSON.stringify(body.event, null, 2) : null,
    awaitsTemplate: body.kind === 'template' && body.text === null,
    refusal: resolution.outcome === 'refused' ? refusalOf(resolution, path) : null,
    notes: resolution.route ? requestNotes(input, resolution) : [],
    problems: checkMappings(method, path),
    resolution,
  };
}

function refusalOf({ route, refusal }: Resolution & { outcome: 'refused' }, path: string): RequestPreview['refusal'] {
  const { status, body } = refusal;
  const sentence = route ? refusal.sentence : `The sample's path does not fit ${path}: try ${samplePath(path)}.`;
  return { status, body, sentence };
}

/** A gateway with nothing but the method in it. */
function onlyThis({ api, path, verb, method }: PreviewInput): Snapshot {
  const resources = { [path]: { methods: { [verb]: method } } };
  return { ...emptySnapshot(), api, resources };
}
