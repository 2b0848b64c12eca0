import { CreateModelCommand, GetModelTemplateCommand } from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { renderTemplate } from '../../data-plane/render-template';
import { testCall } from '../../data-plane/test-call';
import { createTestApi, refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';

let sandbox: TestSandbox;
let restApiId: string;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  ({ restApiId } = await createTestApi(sandbox));
});
afterAll(() => sandbox.stop());

async function templateOf(name: string, schema: object): Promise<string> {
  const contentType = 'application/json';
  await sandbox.gateway.send(new CreateModelCommand({ restApiId, name, contentType, schema: JSON.stringify(schema) }));
  return (await sandbox.gateway.send(new GetModelTemplateCommand({ restApiId, modelName: name }))).value ?? '';
}

it('makes a sample of every kind of value', async () => {
  const properties = {
    id: { type: 'integer' },
    price: { type: 'number' },
    kind: { enum: ['cat'] },
    tame: { type: 'boolean' },
  };
  expect(await templateOf('Pet', { type: 'object', properties })).toBe(
    '#set($inputRoot = $input.path(\'$\'))\n{\n  "id" : 42,\n  "price" : 42.0,\n  "kind" : "cat",\n  "tame" : true\n}',
  );
});

it('loops over lists, follows references, and renders', async () => {
  const $ref = `https://apigateway.amazonaws.com/restapis/${restApiId}/models/Pet`;
  const template = await templateOf('Pets', {
    type: 'object',
    properties: { pets: { type: 'array', items: { $ref } }, owner: { $ref: '#/definitions/owner' } },
    definitions: { owner: { type: 'object', properties: { name: { type: 'string' } } } },
  });
  const rendered = renderTemplate(testCall({}), template, '{"pets": [{}, {}]}');
  const pet = { id: 42, price: 42, kind: 'cat', tame: true };
  expect(JSON.parse(rendered.text)).toEqual({ pets: [pet, pet], owner: { name: 'foo' } });
});

it('ends where a schema refers to itself', async () => {
  const template = await templateOf('Tree', { type: 'object', properties: { child: { $ref: '#' } } });
  expect(template.match(/"child"/g)?.length).toBeGreaterThan(1);
});

it('ends soon where a schema refers to itself more than once', async () => {
  const child = { $ref: '#' };
  const template = await templateOf('Wide', { type: 'object', properties: { a: child, b: child, c: child } });
  expect(template.length).toBeLessThan(200_000);
});

it('needs a model', async () => {
  const missing = sandbox.gateway.send(new GetModelTemplateCommand({ restApiId, modelName: 'Nosuch' }));
  expect(await refusalOf(missing)).toMatchObject({ status: 404, message: 'Invalid model name specified: Nosuch' });
});
