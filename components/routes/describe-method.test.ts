import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Method } from '@/lib/gateway/model';
import { method } from '@/lib/gateway/testing/arbitraries';
import { integrationForms } from '@/lib/integrations/registry';
import { compareMethods } from './describe-method';

const bare: Method = {
  authorizationType: 'NONE',
  authorizer: null,
  authorizationScopes: [],
  apiKeyRequired: false,
  operationName: null,
  requestValidator: null,
  requestParameters: {},
  requestModels: {},
  responses: {},
  integration: null,
};
const http = integrationForms.http.toMethod(
  bare,
  { ...integrationForms.http.empty('eu-central-1'), url: 'https://orders.example.com/orders' },
  '/orders',
);
const integration = http.integration ?? expect.fail('the form makes an integration');
const labelled = (label: string, sides: (Method | null)[], reference = 0) =>
  compareMethods(sides, reference).find((row) => row.label === label);

describe('sides of a route', () => {
  it('say the back end, the timeout and who may call', () => {
    expect(labelled('Back end', [http])?.cells[0]?.lines).toEqual(['HTTP: https://orders.example.com/orders']);
    expect(labelled('Timeout', [http])?.cells[0]?.lines).toEqual(['29 s']);
    expect(labelled('Who may call it', [http])?.cells[0]?.lines).toEqual(['anybody']);
  });

  it('mark what differs from the reference, and nothing else', () => {
    const slow = { ...http, integration: { ...integration, timeoutMs: 5_000 } };
    const rows = compareMethods([slow, http], 1);
    expect(rows.filter(({ cells }) => cells[0]?.differs).map(({ label }) => label)).toEqual(['Timeout']);
    expect(rows.some(({ cells }) => cells[1]?.differs)).toBe(false);
  });

  it('tell mappings by what they set', () => {
    const requestParameters = { 'integration.request.querystring.env': 'stageVariables.environment' };
    const mapped = { ...http, integration: { ...integration, requestParameters } };
    expect(labelled('Request mappings', [http, mapped])?.cells.map(({ lines }) => lines)).toEqual([
      [],
      ['query env ← stageVariables.environment'],
    ]);
  });

  it('leave out what none of them has', () => {
    expect(labelled('Answers', [http, http])).toBeUndefined();
  });

  it('differ in nothing where the reference has no such route', () => {
    const rows = compareMethods([null, http], 0);
    expect(rows.flatMap(({ cells }) => cells).some(({ differs }) => differs)).toBe(false);
  });

  it('never differ from themselves', () => {
    fc.assert(
      fc.property(method(), (value) => {
        const rows = compareMethods([value, structuredClone(value)], 0);
        expect(rows.flatMap(({ cells }) => cells).filter(({ differs }) => differs)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
