import { describe, expect, it } from 'vitest';
import { emptyIntegration, emptyMethod, emptySnapshot } from './defaults';
import { fromAws, type RawGateway } from './from-aws';

const restApi = { id: 'a1b2c3', name: 'shop' };

describe('fromAws', () => {
  it('finds nothing in an API that AWS has just made but what it is', () => {
    const raw: RawGateway = {
      restApi: {
        ...restApi,
        apiKeySource: 'HEADER',
        disableExecuteApiEndpoint: false,
        endpointConfiguration: { types: ['EDGE'], ipAddressType: 'ipv4' },
      },
      resources: [{ id: 'root', path: '/' }],
      gatewayResponses: [{ responseType: 'THROTTLED', statusCode: '429', defaultResponse: true }],
    };
    expect(fromAws(raw)).toEqual({
      snapshot: emptySnapshot('shop'),
      ids: { restApiId: 'a1b2c3', resources: { '/': 'root' }, authorizers: {}, validators: {} },
    });
    expect(fromAws({}).snapshot).toEqual(emptySnapshot());
  });

  it('leaves out what AWS adds to an integration, and calls things by their names', () => {
    const { snapshot, ids } = fromAws({
      restApi,
      authorizers: [{ id: 'au1', name: 'tokens', type: 'TOKEN' }],
      validators: [
        { id: 'v1', name: 'body', validateRequestBody: true },
        { id: 'v2', name: 'body' },
      ],
      resources: [
        { id: 'root', path: '/' },
        {
          id: 'r1',
          path: '/orders',
          resourceMethods: {
            GET: {
              authorizationType: 'CUSTOM',
              authorizerId: 'au1',
              requestValidatorId: 'v2',
              apiKeyRequired: false,
              methodIntegration: {
                type: 'HTTP_PROXY',
                uri: 'https://a.example/',
                httpMethod: 'GET',
                connectionType: 'INTERNET',
                passthroughBehavior: 'WHEN_NO_MATCH',
                timeoutInMillis: 29_000,
                cacheNamespace: 'r1',
                cacheKeyParameters: [],
                requestTemplates: { 'text/plain': null },
              },
            },
          },
        },
      ],
    });
    expect(snapshot.resources['/orders']?.methods.GET).toEqual({
      ...emptyMethod(),
      authorizationType: 'CUSTOM',
      authorizer: 'tokens',
      requestValidator: 'body (v2)',
      integration: {
        ...emptyIntegration('HTTP_PROXY'),
        uri: 'https://a.example/',
        httpMethod: 'GET',
        requestTemplates: { 'text/plain': '' },
      },
    });
    expect(ids).toEqual({
      restApiId: 'a1b2c3',
      resources: { '/': 'root', '/orders': 'r1' },
      authorizers: { tokens: 'au1' },
      validators: { body: 'v1', 'body (v2)': 'v2' },
    });
  });

  it('takes the id of the API out of its policy', () => {
    const policy = JSON.stringify({ Resource: 'arn:aws:execute-api:us-east-1:123456789012:a1b2c3/prod/GET/x' });
    expect(fromAws({ restApi: { ...restApi, policy } }).snapshot.api.policy).toBe(
      '{"Resource":"execute-api:/prod/GET/x"}',
    );
    const ofOther = policy.replace('a1b2c3', 'd4e5f6');
    expect(fromAws({ restApi: { ...restApi, policy: ofOther } }).snapshot.api.policy).toBe(ofOther);
  });

  it.each(['orders/items/GET', '~1orders~1items/GET'])('reads the method settings of %s', (key) => {
    const stages = [
      { stageName: 'prod', methodSettings: { [key]: { throttlingRateLimit: 5 }, '~1/GET': { cachingEnabled: true } } },
    ];
    const settings = fromAws({ restApi, stages }).snapshot.stages.prod?.methodSettings;
    expect(settings).toMatchObject({ '/orders/items/GET/throttling/rateLimit': '5', '//GET/caching/enabled': 'true' });
  });

  it('has a cache only where it is switched on', () => {
    const stages = [
      { stageName: 'off', cacheClusterEnabled: false, cacheClusterSize: '0.5' },
      { stageName: 'on', cacheClusterEnabled: true, cacheClusterSize: '0.5' },
    ];
    const { snapshot } = fromAws({ restApi, stages });
    expect([snapshot.stages.off?.cacheSize, snapshot.stages.on?.cacheSize]).toEqual([null, '0.5']);
  });
});
