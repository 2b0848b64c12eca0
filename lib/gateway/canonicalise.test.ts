import { describe, expect, it } from 'vitest';
import { canonicalise } from './canonicalise';
import { emptyGatewayResponse, emptyIntegration, emptyMethod, emptySnapshot, emptyStage } from './defaults';
import type { ApiSettings, Integration, Snapshot } from './model';

const apiOf = (api: Partial<ApiSettings>) => {
  const empty = emptySnapshot('shop');
  return canonicalise({ ...empty, api: { ...empty.api, ...api } }).api;
};

const integrationOf = (integration: Partial<Integration>) => {
  const get = { ...emptyMethod(), integration: { ...emptyIntegration(), ...integration } };
  const resources = { '/a': { methods: { GET: get } } };
  return canonicalise({ ...emptySnapshot('shop'), resources }).resources['/a']?.methods.GET?.integration;
};

const settingsOf = (methodSettings: Record<string, string>) =>
  canonicalise({ ...emptySnapshot('shop'), stages: { prod: { ...emptyStage(), methodSettings } } }).stages.prod
    ?.methodSettings ?? {};

describe('canonicalise', () => {
  it('adds parents and sorts paths as a tree', () => {
    const resources: Snapshot['resources'] = {
      '/b/c': { methods: {} },
      '/a-b': { methods: {} },
      '/a/b': { methods: {} },
    };
    const paths = Object.keys(canonicalise({ ...emptySnapshot('shop'), resources }).resources);
    expect(paths).toEqual(['/', '/a', '/a/b', '/a-b', '/b', '/b/c']);
  });

  it('reads policies as AWS answers them, quotes escaped', () => {
    const plain = { Version: '2012-10-17', Statement: [{ Resource: 'execute-api:/*', Effect: 'Allow' }] };
    const canonical = '{"Statement":[{"Effect":"Allow","Resource":"execute-api:/*"}],"Version":"2012-10-17"}';
    const escaped = JSON.stringify(JSON.stringify(plain)).slice(1, -1).replaceAll('/', '\\/');
    expect(apiOf({ policy: JSON.stringify(plain, null, 2) }).policy).toBe(canonical);
    expect(apiOf({ policy: escaped }).policy).toBe(canonical);
    expect(apiOf({ policy: 'no JSON' }).policy).toBe('no JSON');
    expect(apiOf({ policy: '' }).policy).toBeNull();
  });

  it('knows sets from lists, and what only private APIs have', () => {
    expect(apiOf({ binaryMediaTypes: ['b/b', 'a/a', 'b/b'], vpcEndpointIds: ['vpce-1'] })).toMatchObject({
      binaryMediaTypes: ['a/a', 'b/b'],
      vpcEndpointIds: [],
    });
    expect(apiOf({ endpointType: 'PRIVATE', ipAddressType: 'ipv4', vpcEndpointIds: ['b', 'a'] })).toMatchObject({
      ipAddressType: 'dualstack',
      vpcEndpointIds: ['a', 'b'],
    });
  });

  it('forgets what a type of integration does not know', () => {
    const leftOver = {
      uri: 'https://a.example',
      httpMethod: 'GET',
      connectionType: 'VPC_LINK',
      connectionId: 'a',
      tlsInsecure: true,
    } as const;
    expect(integrationOf({ ...leftOver, type: 'MOCK' })).toEqual(emptyIntegration());
    expect(integrationOf({ ...leftOver, type: 'HTTP' })).toMatchObject(leftOver);
    expect(integrationOf({ ...leftOver, type: 'HTTP', connectionType: 'INTERNET' })).toMatchObject({
      connectionId: null,
    });
  });

  it('keeps empty templates: they pass the body on', () => {
    expect(integrationOf({ requestTemplates: { 'text/plain': '' } })?.requestTemplates).toEqual({ 'text/plain': '' });
  });

  it('leaves out what AWS fills into gateway responses by itself', () => {
    const template = '{"message":$context.error.messageString}';
    const { gatewayResponses } = canonicalise({
      ...emptySnapshot('shop'),
      gatewayResponses: {
        THROTTLED: { ...emptyGatewayResponse(), status: '429', templates: { 'application/json': template } },
        UNAUTHORIZED: {
          ...emptyGatewayResponse(),
          status: '403',
          templates: { 'application/json': template, 'text/plain': 'no' },
        },
      },
    });
    expect(gatewayResponses).toEqual({
      THROTTLED: emptyGatewayResponse(),
      UNAUTHORIZED: { status: '403', parameters: {}, templates: { 'application/json': template, 'text/plain': 'no' } },
    });
  });

  it('completes the settings of a method from those of all methods, as AWS does', () => {
    const settings = settingsOf({
      '*/*/throttling/rateLimit': '20.0',
      '*/*/metrics/enabled': 'false',
      '/orders/GET/throttling/burstLimit': '5',
    });
    expect(settings).toMatchObject({
      '*/*/throttling/rateLimit': '20',
      '/orders/GET/throttling/burstLimit': '5',
      '/orders/GET/throttling/rateLimit': '20',
      '/orders/GET/logging/loglevel': 'OFF',
    });
    expect(Object.keys(settings)).toHaveLength(1 + 10);
  });

  it('knows models by their names, in whatever API', () => {
    const schema = '{"type":"object","items":{"$ref":"https://apigateway.amazonaws.com/restapis/a1b2c3/models/Pet"}}';
    const { models } = canonicalise({
      ...emptySnapshot('shop'),
      models: { Pets: { contentType: 'application/json', description: '', schema } },
    });
    expect(models.Pets).toEqual({
      contentType: 'application/json',
      description: null,
      schema: '{"items":{"$ref":"#/components/schemas/Pet"},"type":"object"}',
    });
  });
});
