import {
  GetIntegrationCommand,
  GetModelCommand,
  GetResourcesCommand,
  GetRestApiCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestApi, refusalOf, startTestSandbox, type TestSandbox } from '../../../test-sandbox';
import { makeTestApi, putDocument } from './test-api';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());

const small = (more: object = {}, head: object = {}) =>
  JSON.stringify({
    openapi: '3.0.1',
    info: { title: 'small', version: '1' },
    ...head,
    paths: { '/a': { get: { responses: {}, 'x-amazon-apigateway-integration': { type: 'mock' } } }, ...more },
  });

describe('PutRestApi', () => {
  const pathsOf = async (restApiId: string) => {
    const { items = [] } = await sandbox.gateway.send(new GetResourcesCommand({ restApiId, limit: 500 }));
    return items.map(({ path }) => path).toSorted();
  };

  it('merges, or overwrites', async () => {
    const restApiId = await makeTestApi(sandbox, ['lambda proxy']);
    await putDocument(sandbox, restApiId, small(), { mode: 'merge' });
    expect(await pathsOf(restApiId)).toEqual(['/', '/a', '/r0', '/without-methods']);
    const merged = await sandbox.gateway.send(new GetRestApiCommand({ restApiId }));
    expect(merged).toMatchObject({ name: 'small', binaryMediaTypes: ['image/png'] });
    await putDocument(sandbox, restApiId, small());
    expect(await pathsOf(restApiId)).toEqual(['/', '/a']);
    expect(await sandbox.gateway.send(new GetRestApiCommand({ restApiId }))).not.toHaveProperty('binaryMediaTypes');
    expect((await sandbox.gateway.send(new GetModelCommand({ restApiId, modelName: 'Empty' }))).name).toBe('Empty');
  });

  it.each([
    ['ignore', ['/', '/a']],
    ['prepend', ['/', '/one', '/one/two', '/one/two/a']],
    ['split', ['/', '/two', '/two/a']],
  ])('with basepath=%s makes %j', async (basepath, paths) => {
    const { restApiId } = await createTestApi(sandbox);
    const servers = [{ url: 'https://host/{basePath}', variables: { basePath: { default: 'one/two' } } }];
    await putDocument(sandbox, restApiId, small({}, { servers }), { parameters: { basepath } });
    expect(await pathsOf(restApiId)).toEqual(paths);
  });

  it('tells of what it ignores, and refuses that when asked to', async () => {
    const { restApiId } = await createTestApi(sandbox);
    const text = small({ '/b': { get: { security: [{ nobody: [] }], responses: {} }, trace: {} } });
    const { warnings } = await putDocument(sandbox, restApiId, text);
    expect(warnings).toHaveLength(2);
    const refusal = await refusalOf(putDocument(sandbox, restApiId, text, { failOnWarnings: true }));
    expect(refusal.message).toMatch(/^Warnings found during import:\n\t/);
  });

  it('refuses a document as a whole, and changes nothing then', async () => {
    const { restApiId } = await createTestApi(sandbox);
    expect((await refusalOf(putDocument(sandbox, restApiId, 'nonsense'))).message).toBe('Invalid OpenAPI input.');
    const bad = {
      get: { responses: {}, 'x-amazon-apigateway-integration': { type: 'http', httpMethod: 'GET', uri: 'x' } },
    };
    expect(
      (await refusalOf(putDocument(sandbox, restApiId, small({ '/': bad, '/{a}': {}, '/{b}': {} })))).message,
    ).toBe(
      'Errors found during import:\n' +
        "\tUnable to create resource at path '/{b}': A sibling ({a}) of this resource already has a variable path part -- only one is allowed\n" +
        "\tUnable to put integration on 'GET' for resource at path '/': Invalid HTTP endpoint specified for URI",
    );
    expect(await pathsOf(restApiId)).toEqual(['/']);
  });

  it('makes models of schemas written in place, and takes parameters from anywhere', async () => {
    const { restApiId } = await createTestApi(sandbox);
    const schema = { type: 'object', properties: { a: { type: 'string' } } };
    const operation = {
      parameters: [{ $ref: '#/components/parameters/q' }],
      requestBody: { content: { 'application/json': { schema } } },
      responses: { 200: { description: '', content: { 'application/json': { schema } } } },
      'x-amazon-apigateway-integration': {
        type: 'http_proxy',
        httpMethod: 'GET',
        uri: 'http://h/{id}',
        requestParameters: { 'integration.request.path.id': 'method.request.path.id' },
      },
    };
    const item = { parameters: [{ name: 'id', in: 'path', required: true }], get: operation };
    const components = { parameters: { q: { name: 'q', in: 'query' } } };
    await putDocument(sandbox, restApiId, small({ '/x/{id}': item }, { components }));
    const { items = [] } = await sandbox.gateway.send(
      new GetResourcesCommand({ restApiId, embed: ['methods'], limit: 500 }),
    );
    const resource = items.find(({ path }) => path === '/x/{id}');
    expect(resource?.resourceMethods?.GET).toMatchObject({
      requestParameters: { 'method.request.path.id': true, 'method.request.querystring.q': false },
      requestModels: { 'application/json': expect.stringMatching(/^MODEL[0-9a-f]{8}$/) },
    });
    const integration = await sandbox.gateway.send(
      new GetIntegrationCommand({ restApiId, resourceId: resource?.id, httpMethod: 'GET' }),
    );
    expect(integration).toMatchObject({ type: 'HTTP_PROXY', timeoutInMillis: 29_000, connectionType: 'INTERNET' });
  });
});
