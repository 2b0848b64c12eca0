import { describe, expect, it } from 'vitest';
import { sampleMethod } from '../mapping/testing/sample-method';
import { sampleSnapshot } from '../mapping/testing/sample-snapshot';
import type { Authorizer, Method, Snapshot } from '../model';
import { requestOf, resolve } from '../resolve';
import { refusalOf } from './testing/asked';

describe('what comes before the integration', () => {
  const guarded = (method: Partial<Method>, more: Partial<Snapshot> = {}) =>
    sampleSnapshot({ 'POST /': sampleMethod({}, method) }, more);
  const ask = (headers: [string, string][] = [], path = '/', body = '') => ({ verb: 'POST', path, headers, body });
  const authorizer = {
    type: 'TOKEN',
    providerArns: [],
    uri: null,
    credentials: null,
    identitySource: 'method.request.header.Auth',
    identityValidationExpression: 'Bearer .+',
    resultTtl: 300,
    authType: null,
  } satisfies Authorizer;
  const custom = { authorizationType: 'CUSTOM', authorizer: 'mine' } as const;
  const authorizers = { authorizers: { mine: { ...authorizer } } };

  it.each<[string, Snapshot, Parameters<typeof ask>, [number, string] | string]>([
    ['IAM unsigned', guarded({ authorizationType: 'AWS_IAM' }), [], [403, 'Missing Authentication Token']],
    ['IAM signed', guarded({ authorizationType: 'AWS_IAM' }), [[['Authorization', 'AWS4-HMAC-SHA256 x']]], 'unknown'],
    ['authorizer without a token', guarded(custom, authorizers), [], [401, 'Unauthorized']],
    ['authorizer with a bad one', guarded(custom, authorizers), [[['Auth', 'x']]], [401, 'Unauthorized']],
    ['authorizer with one', guarded(custom, authorizers), [[['auth', 'Bearer x']]], 'unknown'],
    ['no API key', guarded({ apiKeyRequired: true }), [], [403, 'Forbidden']],
    ['an API key', guarded({ apiKeyRequired: true }), [[['X-API-Key', 'k']]], 'unknown'],
  ])('%s', (_, snapshot, asked, expected) => {
    const resolution = resolve(snapshot, requestOf(ask(...asked)));
    if (typeof expected === 'string')
      expect(resolution).toMatchObject({ outcome: 'sent', checks: [{ verdict: expected }] });
    else {
      const refusal = refusalOf(snapshot, ask(...asked));
      expect([refusal.status, JSON.parse(refusal.body)]).toEqual([expected[0], { message: expected[1] }]);
    }
    expect(resolve(snapshot, requestOf(ask(...asked)), { checks: 'skip' })).toMatchObject({
      outcome: 'sent',
      checks: [{ verdict: 'skipped' }],
    });
  });

  const required = {
    requestValidator: 'all',
    requestParameters: {
      'method.request.querystring.qs1': true,
      'method.request.header.x-header-param': true,
      'method.request.header.optional': false,
    },
    requestModels: { 'application/json': 'Order' },
  };
  const validators = { validators: { all: { validateBody: true, validateParameters: true } } };

  it('names missing parameters in the order of AWS, then looks at the body', () => {
    const snapshot = guarded(required, validators);
    expect(JSON.parse(refusalOf(snapshot, ask()).body)).toEqual({
      message: 'Missing required request parameters: [x-header-param, qs1]',
    });
    const whole = [[['x-header-param', '1']], '/?qs1='] as [[string, string][], string];
    expect(JSON.parse(refusalOf(snapshot, ask(...whole, 'no json')).body)).toEqual({ message: 'Invalid request body' });
    expect(resolve(snapshot, requestOf(ask(...whole, '{}')))).toMatchObject({
      outcome: 'sent',
      checks: [{ kind: 'validation', validator: 'all', model: 'Order', verdict: 'unknown' }],
    });
  });

  it('answers through customised gateway responses', () => {
    const snapshot = guarded(
      { apiKeyRequired: true },
      {
        gatewayResponses: {
          DEFAULT_4XX: {
            status: '418',
            parameters: {
              'gatewayresponse.header.X-Why': 'context.error.responseType',
              'gatewayresponse.header.CORS': "'*'",
            },
            templates: { 'application/json': '{"why":$context.error.messageString,"path":"$context.path"}' },
          },
        },
      },
    );
    const refusal = refusalOf(snapshot, ask());
    expect([refusal.status, refusal.body]).toEqual([418, '{"why":"Forbidden","path":"/"}']);
    expect(refusal.headers).toEqual(
      expect.arrayContaining([
        ['X-Why', 'INVALID_API_KEY'],
        ['CORS', '*'],
      ]),
    );
  });
});
