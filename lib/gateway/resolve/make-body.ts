import type { Integration } from '../model';
import type { RenderedTemplate, TemplateInput, TemplateOverrides } from '../templates/model';
import type { CompiledIntegration } from './compile-integration';
import { contextObject } from './context-value';
import { headerValue, mediaType } from './headers';
import type { ResolveCall, SentBody } from './model';
import { decodePercent } from './query';

/** What a non-proxy integration sends as the body, and what its template sets besides. */
export type MadeBody =
  | { ok: true; body: SentBody; overrides: TemplateOverrides | null }
  | { ok: false; refusal: 'UNSUPPORTED_MEDIA_TYPE' | 'API_CONFIGURATION_ERROR'; sentence: string };

/**
 * Chooses the request template by the client's content type and renders it where the caller can. An empty template means
 * "pass through". Facts 04, 4.7.
 */
export function makeBody(call: ResolveCall, compiled: CompiledIntegration): MadeBody {
  const { request, integration } = call;
  const type = mediaType(headerValue(request.headers, 'Content-Type'));
  const match = compiled.templates.get(type);
  if (!match) {
    const refused = passthroughRefusal(integration, compiled.templates.size, type);
    if (refused) return { ok: false, refusal: 'UNSUPPORTED_MEDIA_TYPE', sentence: refused };
  }
  if (!match || match.text === '') return { ok: true, body: clientBody(request.body), overrides: null };
  const { contentType, text: template } = match;
  const rendered = call.options.render?.(template, templateInput(call, request.body));
  if (!rendered) return { ok: true, body: { kind: 'template', contentType, template, text: null }, overrides: null };
  return fromRendered(rendered, contentType, template);
}

function fromRendered(rendered: RenderedTemplate, contentType: string, template: string): MadeBody {
  if (!rendered.ok) {
    const sentence = `The request template of ${contentType} fails: ${rendered.sentence}`;
    return { ok: false, refusal: 'API_CONFIGURATION_ERROR', sentence };
  }
  return {
    ok: true,
    body: { kind: 'template', contentType, template, text: rendered.text },
    overrides: rendered.overrides,
  };
}

export function clientBody(text: string): SentBody {
  return text === '' ? { kind: 'none' } : { kind: 'client', text };
}

function passthroughRefusal(integration: Integration, templates: number, type: string): string | null {
  const { passthroughBehavior } = integration;
  if (passthroughBehavior === 'NEVER')
    return `There is no request template for ${type}, and nothing passes without one.`;
  if (passthroughBehavior === 'WHEN_NO_MATCH' || templates === 0) return null;
  return `There are request templates, but none for ${type}, and what fits none does not pass.`;
}

/** What `$input`, `$context` and `$stageVariables` of a template read. */
export function templateInput(call: ResolveCall, body: string): TemplateInput {
  const path: Record<string, string> = {};
  for (const [name, value] of Object.entries(call.route.pathParameters)) path[name] = decodePercent(value);
  return {
    body,
    params: { path, querystring: Object.fromEntries(call.query), header: Object.fromEntries(call.request.headers) },
    context: contextObject(call),
    stageVariables: { ...call.options.stage?.variables },
  };
}
