import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyMethod } from '@/lib/gateway/defaults';
import type { TemplateInput } from '@/lib/gateway/templates/model';
import { renderTemplate } from '@/lib/gateway/templates/render-template';
import { defaultCors } from './cors-options';
import { preflightMethod } from './cors-preflight';
import type { IntegrationValues } from './kinds';
import { stepFunctions } from './step-functions';

const stateMachineArn = 'arn:aws:states:eu-west-1:123456789012:stateMachine:Orders';

const request = (more: Partial<TemplateInput> = {}): TemplateInput => ({
  body: '{"a": 1}',
  params: { path: {}, querystring: {}, header: {} },
  context: { requestId: 'r-1', httpMethod: 'POST', resourcePath: '/orders/{id}' },
  stageVariables: {},
  ...more,
});

function workflow(values: Partial<IntegrationValues['step-functions']>) {
  const role = 'arn:aws:iam::123456789012:role/gateway';
  const method = stepFunctions.toMethod(
    emptyMethod(),
    { ...stepFunctions.empty(), stateMachineArn, role, ...values },
    '/',
  );
  if (method.integration === null) throw new Error('no integration');
  return method.integration;
}

function render(template: string | undefined, input: TemplateInput) {
  const rendered = renderTemplate(template ?? '', input);
  if (!rendered.ok) throw new Error(rendered.sentence);
  return rendered;
}

/** What Step Functions gets; its input is JSON within JSON. */
function started(values: Partial<IntegrationValues['step-functions']>, input: TemplateInput) {
  const { text } = render(workflow(values).requestTemplates['application/json'], input);
  const call = JSON.parse(text);
  return { ...call, input: JSON.parse(call.input) };
}

describe('the template that starts a workflow', () => {
  test('hands on any JSON body as the input', () => {
    fc.assert(
      fc.property(fc.object({ maxDepth: 2 }), (value) => {
        const body = JSON.stringify(value);
        expect(started({}, request({ body }))).toEqual({ stateMachineArn, input: JSON.parse(body) });
      }),
    );
  });

  test('hands on the whole request, whatever is in its headers: quotes, apostrophes, backslashes', () => {
    const nasty = fc.string({ unit: fc.constantFrom('"', "'", '\\', 'a', ' ', '\n', 'é', '$', '#', '{') });
    const texts = fc.dictionary(fc.constantFrom('id', 'X-Name', 'q'), nasty);
    fc.assert(
      fc.property(texts, texts, texts, (path, querystring, header) => {
        const sent = started({ input: 'whole-request' }, request({ params: { path, querystring, header } }));
        expect(sent.input).toEqual({
          body: { a: 1 },
          path,
          querystring,
          header,
          httpMethod: 'POST',
          resourcePath: '/orders/{id}',
          requestId: 'r-1',
        });
      }),
    );
  });

  test('names the execution as it is told', () => {
    expect(started({ name: '$context.requestId' }, request())).toMatchObject({ name: 'r-1' });
    expect(started({}, request())).not.toHaveProperty('name');
  });
});

test('the answer is the output of the workflow, or 500 without its details', () => {
  const { responses } = workflow({ action: 'StartSyncExecution', answer: 'output' });
  const template = responses['200']?.templates['application/json'];
  const answer = (body: object) => render(template, request({ body: JSON.stringify(body) }));
  expect(JSON.parse(answer({ status: 'SUCCEEDED', output: '{"done": true}' }).text)).toEqual({ done: true });
  const failed = answer({ status: 'FAILED', cause: 'secret' });
  expect(failed.overrides.response.status).toBe(500);
  expect(failed.text).not.toContain('secret');
});

test('of several origins the one that asks is answered, no other', () => {
  const origins = ['https://a.example.com', 'https://b.example.com', 'https://c.example.com:8443'];
  const method = preflightMethod({ ...defaultCors, origins });
  const template = method.integration?.responses['204']?.templates['application/json'];
  const answered = (header: Record<string, string>) =>
    render(template, request({ params: { path: {}, querystring: {}, header } })).overrides.response.header;
  const name = 'Access-Control-Allow-Origin';
  expect(answered({ Origin: 'https://b.example.com' })).toEqual({ [name]: 'https://b.example.com' });
  expect(answered({ origin: 'https://c.example.com:8443' })).toEqual({ [name]: 'https://c.example.com:8443' });
  expect(answered({ Origin: 'https://evil.example.com' })).toEqual({});
  expect(answered({})).toEqual({});
});
