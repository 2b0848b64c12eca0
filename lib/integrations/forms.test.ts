import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalise } from '@/lib/gateway/canonicalise';
import { emptyMethod, emptySnapshot } from '@/lib/gateway/defaults';
import { lint } from '@/lib/gateway/lint/lint';
import type { Method, Snapshot } from '@/lib/gateway/model';
import { type IntegrationKind, integrationKinds } from './kinds';
import { integrationForms, kindOf, summaryOf, targetOf } from './registry';
import { formValues, handMadeMethod } from './testing/arbitraries';

const path = '/orders/{id}/{proxy+}';
const anyMethod = fc.oneof(fc.constant(emptyMethod()), handMadeMethod);

describe.each(integrationKinds)('the form of %s', (kind) => checkForm(kind));

function checkForm<Kind extends IntegrationKind>(kind: Kind): void {
  const form = integrationForms[kind];

  test('is accepted and read back as it was filled in, whatever the method was before', () => {
    fc.assert(
      fc.property(formValues(kind), anyMethod, (values, before) => {
        const method = form.toMethod(before, values, path);
        expect(form.schema.safeParse(values)).toEqual({ success: true, data: values });
        expect(form.fromIntegration(method)).toEqual(values);
        expect(kindOf(integrationOf(method))).toBe(kind);
        expect(form.toMethod(method, values, path)).toEqual(method);
      }),
    );
  });

  test('makes a method that can be saved', () => {
    fc.assert(
      fc.property(formValues(kind), anyMethod, (values, before) => {
        const method = form.toMethod(before, values, path);
        const gateway = { ...emptySnapshot('shop'), resources: { [path]: { methods: { GET: method } } } };
        const untouched = { ...emptySnapshot('shop'), resources: { [path]: { methods: { GET: before } } } };
        const known = errorsOf(untouched);
        expect(errorsOf(gateway).filter((sentence) => !known.includes(sentence))).toEqual([]);
      }),
    );
  });

  test('leaves what it does not ask for, and calls what it would lose unreadable', () => {
    fc.assert(
      fc.property(handMadeMethod, (method) => {
        const values = form.fromIntegration(method);
        if (values !== null) expect(form.toMethod(method, values, path)).toEqual(method);
      }),
    );
  });

  test('the empty form begins invalid, or is a whole one', () => {
    const written = form.toMethod(emptyMethod(), form.empty('eu-west-1'), path);
    expect(written.integration).not.toBeNull();
    expect(form.schema.safeParse(form.empty('eu-west-1')).success).toBe(kind === 'mock');
  });
}

test('every integration has a kind, a summary and a target, and can be edited with some form', () => {
  fc.assert(
    fc.property(handMadeMethod, (method) => {
      const integration = integrationOf(method);
      expect(summaryOf(integration)).toEqual(expect.any(String));
      expect(targetOf(integration)).toContain(integration.uri ?? '');
      expect(integrationForms['aws-other'].fromIntegration(method)).not.toBeNull();
    }),
  );
});

test('only a new integration of another kind begins anew; timeout and cache settings stay', () => {
  const http = integrationForms.http.toMethod(emptyMethod(), { proxy: true, url: 'https://a', verb: 'same' }, path);
  const tuned = {
    ...http,
    integration: {
      ...integrationOf(http),
      timeoutMs: 5_000,
      requestParameters: { 'integration.request.header.X-Tenant': 'context.domainName' },
    },
  };
  const elsewhere = integrationForms.http.toMethod(tuned, { proxy: true, url: 'https://b', verb: 'GET' }, path);
  expect(elsewhere.integration).toMatchObject({ uri: 'https://b', timeoutMs: 5_000 });
  expect(elsewhere.integration?.requestParameters).toEqual(tuned.integration.requestParameters);
  const fixed = integrationForms.mock.toMethod(elsewhere, integrationForms.mock.empty(), path);
  expect(fixed.integration).toMatchObject({ type: 'MOCK', uri: null, timeoutMs: 5_000, requestParameters: {} });
});

test('a response that AWS needs is written where pass-through ends, and integration responses go where it begins', () => {
  const values = { url: 'https://a', verb: 'GET' as const };
  const plain = integrationForms.http.toMethod(emptyMethod(), { ...values, proxy: false }, path);
  expect(Object.keys(integrationOf(plain).responses)).toEqual(['200']);
  expect(Object.keys(plain.responses)).toEqual(['200']);
  const passing = integrationForms.http.toMethod(plain, { ...values, proxy: true }, path);
  expect(integrationOf(passing)).toMatchObject({ type: 'HTTP_PROXY', responses: {} });
});

function errorsOf(gateway: Snapshot): string[] {
  return lint(canonicalise(gateway)).flatMap(({ severity, sentence }) => (severity === 'error' ? [sentence] : []));
}

function integrationOf({ integration }: Method) {
  if (integration === null) throw new Error('the method has no integration');
  return integration;
}
