import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SandboxAws, sandboxAws } from '@/lib/testing/sandbox-aws';
import { createDeployment } from './api-gateway/create-deployment';
import { createModel } from './api-gateway/create-model';
import { createResource } from './api-gateway/create-resource';
import { deleteIntegration } from './api-gateway/delete-integration';
import { deleteMethod } from './api-gateway/delete-method';
import { deleteModel } from './api-gateway/delete-model';
import { putIntegration } from './api-gateway/put-integration';
import { putIntegrationResponse } from './api-gateway/put-integration-response';
import { putMethod } from './api-gateway/put-method';
import { updateIntegration } from './api-gateway/update-integration';
import { updateMethod } from './api-gateway/update-method';
import { updateStage } from './api-gateway/update-stage';
import type { Aws } from './clients';
import { http, noIds, plainMethod, type TestGateway, testGateway } from './testing/test-gateway';

let box: SandboxAws;
let aws: Aws;
beforeAll(async () => {
  box = await sandboxAws();
  aws = box.aws;
});
afterAll(() => box.stop());

describe('what AWS refuses is said in words that help', () => {
  test.each<[string, (api: TestGateway) => Promise<unknown>, string, string]>([
    [
      'a second variable',
      ({ restApiId, rootId }) => createResource(aws, { restApiId, parentId: rootId, pathPart: '{other}' }),
      'conflict',
      'Another path variable stands beside this one; a path may branch into one variable only.',
    ],
    [
      'a child below a greedy variable',
      async ({ restApiId, rootId }) => {
        const a = await createResource(aws, { restApiId, parentId: rootId, pathPart: 'a' });
        const parentId = await createResource(aws, { restApiId, parentId: a, pathPart: '{proxy+}' });
        return createResource(aws, { restApiId, parentId, pathPart: 'b' });
      },
      'invalid',
      'A greedy path variable such as {proxy+} takes the rest of the path, so nothing can stand below it.',
    ],
    [
      'a path twice',
      ({ restApiId, rootId }) => createResource(aws, { restApiId, parentId: rootId, pathPart: '{id}' }),
      'conflict',
      'The gateway already has a resource of this path.',
    ],
    [
      'odd characters',
      ({ restApiId, rootId }) => createResource(aws, { restApiId, parentId: rootId, pathPart: 'a b' }),
      'invalid',
      'The path holds characters that API Gateway does not allow.',
    ],
    [
      'a method twice',
      ({ at }) => putMethod(aws, at, { ...plainMethod, ...noIds }),
      'conflict',
      'The resource already has this method.',
    ],
    [
      'an authorizer that is not there',
      ({ at }) => updateMethod(aws, at, [{ op: 'replace', path: '/authorizationType', value: 'CUSTOM' }]),
      'invalid',
      "The method's authorizer does not exist on the gateway.",
    ],
    [
      'an undeclared parameter',
      ({ at }) =>
        updateIntegration(aws, at, [
          { op: 'add', path: '/requestParameters/integration.request.header.X-A', value: 'method.request.header.X-A' },
        ]),
      'invalid',
      'A mapping uses a parameter that the method does not declare.',
    ],
    [
      'an answer without method response',
      ({ at }) =>
        putIntegrationResponse(
          aws,
          { ...at, status: '404' },
          {
            selectionPattern: '4..',
            contentHandling: null,
            parameters: { 'method.response.header.X': "'1'" },
            templates: {},
          },
        ),
      'invalid',
      'An answer of the integration has a status that the method does not declare.',
    ],
    [
      'a URL that is none',
      ({ at }) => putIntegration(aws, at, { ...http, uri: 'nowhere' }),
      'invalid',
      "The back end's URL is not one that API Gateway can call.",
    ],
    [
      'too much time',
      ({ at }) => putIntegration(aws, at, { ...http, uri: 'http://127.0.0.1:9/', timeoutMs: 600_000 }),
      'invalid',
      'The timeout is outside of what the account allows.',
    ],
    [
      'a model in use',
      async ({ restApiId, at }) => {
        const schema = '{"type":"object","properties":{"a":{}}}';
        await createModel(aws, restApiId, 'Used', { contentType: 'application/json', description: null, schema });
        await updateMethod(aws, at, [{ op: 'add', path: '/requestModels/application~1json', value: 'Used' }]);
        return deleteModel(aws, { restApiId, modelName: 'Used' });
      },
      'in-use',
      'Methods or models still refer to it.',
    ],
    [
      'a method without integration',
      async ({ restApiId, at }) => {
        await deleteIntegration(aws, at);
        return createDeployment(aws, { restApiId, stage: 'prod', description: null });
      },
      'invalid',
      "A method has no integration, so the working copy can't be deployed.",
    ],
    [
      'no methods',
      async ({ restApiId, at }) => {
        await deleteMethod(aws, at);
        return createDeployment(aws, { restApiId, stage: 'prod', description: null });
      },
      'invalid',
      'There is nothing to deploy: the gateway has no methods.',
    ],
    [
      'an unknown deployment',
      async ({ restApiId }) => {
        await createDeployment(aws, { restApiId, stage: 'prod', description: null });
        return updateStage(aws, { restApiId, stage: 'prod' }, [
          { op: 'replace', path: '/deploymentId', value: 'nope12' },
        ]);
      },
      'invalid',
      'The deployment does not exist any more.',
    ],
  ])('%s', async (_, call, kind, sentence) => {
    await expect(call(await testGateway(aws))).rejects.toMatchObject({ kind, message: sentence });
  });
});
