import velocity from 'velocityjs';
import { inputObject } from './input-object';
import { javaMethods } from './java-methods';
import type { RenderedTemplate, TemplateInput, TemplateOverrides } from './model';
import { utilObject } from './util-object';

/**
 * Renders a mapping template (VTL) as API Gateway does: `$input`, `$context`, `$stageVariables`, `$util`, and the overrides that it
 * sets. Never throws. Load it by dynamic import in the browser: it brings the template engine along.
 * Source: AWS, "Mapping template reference" (facts 04, 4.7).
 */
export function renderTemplate(template: string, input: TemplateInput): RenderedTemplate {
  const requestOverride = { header: {}, path: {}, querystring: {} };
  const responseOverride: { header: object; status?: unknown } = { header: {} };
  const variables = {
    input: inputObject(input),
    context: { ...emptyWhereMissing(input.context), requestOverride, responseOverride },
    stageVariables: emptyWhereMissing(input.stageVariables),
    util: utilObject(),
  };
  variables.context = emptyWhereMissing(variables.context, false);
  try {
    const text = velocity.render(template, variables, {}, { customMethodHandlers: javaMethods });
    return { ok: true, text, overrides: readOverrides(requestOverride, responseOverride) };
  } catch (error) {
    return { ok: false, sentence: faultOf(error) };
  }
}

function readOverrides(
  request: TemplateOverrides['request'],
  response: { header: object; status?: unknown },
): TemplateOverrides {
  const status = Number(response.status === '' ? Number.NaN : response.status);
  return {
    request: { header: texts(request.header), path: texts(request.path), querystring: texts(request.querystring) },
    response: { header: texts(response.header), status: Number.isInteger(status) ? status : null },
  };
}

function texts(record: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) => (typeof value === 'function' ? [] : [[name, String(value)]])),
  );
}

/** Members that velocityjs looks for by itself. */
const ownMembers = new Set(['entrySet', 'get', 'keySet', 'put', 'size', 'eval', 'toJSON']);

/** Reads of members that aren't there give an empty text, as with API Gateway, not the text of the reference. */
function emptyWhereMissing<T extends object>(object: T, isDeep = true): T {
  const members = Object.entries(object).map(([key, value]) => {
    const isGroup = isDeep && typeof value === 'object' && value !== null;
    return [key, isGroup ? emptyWhereMissing(value) : value] as const;
  });
  return new Proxy(Object.fromEntries(members) as T, {
    get: (target, key) =>
      key in target || typeof key === 'symbol' || ownMembers.has(key) ? Reflect.get(target, key) : '',
  });
}

/** velocityjs says "Parse error on line 2: …" and then draws; the first line is what helps. */
function faultOf(error: unknown): string {
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  const line = /line (\d+)/i.exec(first)?.[1];
  return line === undefined
    ? `The template can't be read: ${first}`
    : `The template can't be read from line ${line} on.`;
}
