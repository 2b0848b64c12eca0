import { z } from 'zod';
import type { IntegrationResponse, Method } from '@/lib/gateway/model';
import { sameValue } from '@/lib/gateway/same-value';
import { defineForm } from './define-form';
import { newResponse } from './new-response';
import { pointAt } from './point-at';
import { putResponses } from './put-responses';

const header = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'Enter the name of the header.')
    .regex(/^[A-Za-z0-9._$-]*$/, 'Only letters, digits and . _ $ -'),
  value: z
    .string()
    .max(2048, 'At most 2,048 characters.')
    .regex(/^[^']*$/, "A constant can't hold a single quote."),
});

const schema = z.object({
  status: z.string().regex(/^[2-5]\d\d$/, 'A status from 200 to 599.'),
  contentType: z
    .string()
    .trim()
    .regex(/^[\w.+-]+\/[\w.+-]+(;.*)?$/, 'A content type such as application/json.'),
  /** A mapping template: `$` and `#` have a meaning in it. `''` answers without a body. */
  body: z.string().max(300_000, 'At most 300,000 characters.'),
  headers: z
    .array(header)
    .max(100, 'At most 100 headers.')
    .superRefine((headers, context) => {
      headers.forEach(({ name }, index) => {
        if (headers.findIndex((other) => other.name === name) < index)
          context.addIssue({ code: 'custom', path: [index, 'name'], message: 'This header is in the list already.' });
      });
    }),
});

export type MockValues = z.infer<typeof schema>;

const prefix = 'method.response.header.';

/** One fixed answer. Headers with other sources than constants belong to the response mappings and stay as they are. */
export const mock = defineForm<MockValues>({
  title: 'Fixed answer',
  sentence: 'API Gateway answers by itself (AWS: mock). Nothing is called.',
  icon: 'flask-conical',
  schema,
  empty: () => ({ status: '200', contentType: 'application/json', body: '', headers: [] }),
  read(_method, integration) {
    const [status, ...otherStatuses] = Object.keys(integration.responses);
    const response = integration.responses[status ?? ''];
    const [contentType, ...otherTypes] = Object.keys(response?.templates ?? {});
    if (integration.type !== 'MOCK' || !status || !response || otherStatuses.length + otherTypes.length > 0)
      return null;
    const headers = Object.entries(response.parameters).filter(([, value]) => isConstant(value));
    return {
      status,
      contentType: contentType ?? 'application/json',
      body: response.templates[contentType ?? ''] ?? '',
      headers: headers.map(([key, value]) => ({ name: key.slice(prefix.length), value: value.slice(1, -1) })),
    };
  },
  toMethod(method, values, path) {
    const pointed = pointAt(method, { type: 'MOCK', uri: null }, path, {});
    if (pointed.integration === null) return pointed;
    const before = Object.entries(pointed.integration.responses)[0];
    const requestTemplates = templatesOfStatus(values.status, pointed.integration.requestTemplates);
    const integration = { ...pointed.integration, requestTemplates };
    const response = { ...(before?.[1] ?? newResponse(null)), ...answer(values, before?.[1]) };
    return putResponses(forgetStatus({ ...pointed, integration }, before, values), { [values.status]: response });
  },
  summary: ({ responses }) => Object.keys(responses).join(', ') || 'no response',
});

const isConstant = (value: string) => /^'[^']*'$/.test(value);

/** The request template tells a mock its status; one that says the same in other words stays. */
function templatesOfStatus(status: string, before: Record<string, string>): Record<string, string> {
  const templates = Object.values(before);
  const says = new RegExp(`^\\s*\\{\\s*"?statusCode"?\\s*:\\s*"?${status}"?\\s*\\}\\s*$`);
  if (templates.length > 0 && templates.every((template) => says.test(template))) return before;
  return { 'application/json': `{"statusCode": ${status}}` };
}

function answer({ headers, contentType, body }: MockValues, before: IntegrationResponse = newResponse(null)) {
  const constant = headers.map(({ name, value }) => [`${prefix}${name}`, `'${value}'`] as const);
  const named = new Set<string>(constant.map(([key]) => key));
  const mapped = Object.entries(before.parameters).filter(([key, value]) => !isConstant(value) && !named.has(key));
  // An empty template and none are the same answer: what was there stays.
  const templates = { [contentType]: body };
  const asBefore = body !== '' || sameValue(before.templates, templates);
  return { parameters: Object.fromEntries([...mapped, ...constant]), templates: asBefore ? templates : {} };
}

/** Takes along what the answer before declared: its status, and the headers that it no longer has. */
function forgetStatus(method: Method, before: [string, IntegrationResponse] | undefined, values: MockValues): Method {
  if (before === undefined) return method;
  const [status, response] = before;
  const { [status]: declared, ...others } = method.responses;
  if (declared === undefined) return method;
  const names = values.headers.map(({ name }) => `${prefix}${name}`);
  const kept = Object.entries(declared.parameters).filter(
    ([key]) => !isConstant(response.parameters[key] ?? '') || names.includes(key),
  );
  return {
    ...method,
    responses: { ...others, [values.status]: { ...declared, parameters: Object.fromEntries(kept) } },
  };
}
