import { CreateDeploymentCommand, CreateRestApiCommand, PutRestApiCommand } from '@aws-sdk/client-api-gateway';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getExport } from '@/lib/aws/api-gateway/get-export';
import { readGateway } from '@/lib/aws/api-gateway/read-gateway';
import { canonicalise } from '@/lib/gateway/canonicalise';
import { emptyIntegration } from '@/lib/gateway/defaults';
import { deployable } from '@/lib/gateway/deployable';
import { fromAws } from '@/lib/gateway/from-aws';
import type { Resource, Snapshot } from '@/lib/gateway/model';
import { type FromOpenApiOptions, fromOpenApi } from '@/lib/gateway/openapi/from-open-api';
import type { Json } from '@/lib/gateway/openapi/json';
import { toOpenApi } from '@/lib/gateway/openapi/to-open-api';
import { method, snapshot } from '@/lib/gateway/testing/arbitraries';
import { type SandboxAws, sandboxAws } from '@/lib/testing/sandbox-aws';

let box: SandboxAws;
beforeAll(async () => {
  box = await sandboxAws();
});
afterAll(async () => {
  box.aws.close();
  await box.stop();
});

/** One that can be deployed: every method has an integration, and there is one. */
const gateway = fc.tuple(snapshot(), method()).map(([{ resources, ...rest }, extra]): Snapshot => {
  const whole = Object.entries(resources).map(([path, { methods }]) => [path, { methods: importable(methods) }]);
  const methods = importable({ GET: { ...extra, integration: extra.integration ?? mock } });
  return canonicalise({ ...rest, resources: { ...Object.fromEntries(whole), '/extra': { methods } } });
});

/** AWS's import has all headers of responses optional. */
function importable(methods: Resource['methods']): Resource['methods'] {
  const all = Object.entries(methods).filter(([, { integration }]) => integration !== null);
  return Object.fromEntries(
    all.map(([verb, one]) => {
      const responses = Object.entries(one.responses).map(([status, { parameters, models }]) => {
        const optional = Object.fromEntries(Object.keys(parameters).map((key) => [key, false]));
        return [status, { parameters: optional, models }];
      });
      return [verb, { ...one, responses: Object.fromEntries(responses) }];
    }),
  );
}

const mock = { ...emptyIntegration('MOCK'), requestTemplates: { 'application/json': '{"statusCode": 200}' } };

/** The document as anybody else would have written it. */
function withoutOurNotes(document: Json): Json {
  const isNote = (key: string) => key === 'x-gatehouse';
  return JSON.parse(JSON.stringify(document, (key, value) => (isNote(key) ? undefined : value)));
}

function read(document: unknown, options: FromOpenApiOptions): Snapshot {
  const result = fromOpenApi(document, options);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  expect(result.warnings).toEqual([]);
  return deployable(result.snapshot);
}

test('AWS makes of our document what we read in it, and we read in its export what AWS has', async () => {
  const { apiGateway } = box.aws;
  const { id: restApiId = '' } = await apiGateway.send(new CreateRestApiCommand({ name: 'x' }));
  await fc.assert(
    fc.asyncProperty(gateway, async (wanted) => {
      const document = withoutOurNotes(toOpenApi(wanted));
      const body = new TextEncoder().encode(JSON.stringify(document));
      await apiGateway.send(new PutRestApiCommand({ restApiId, mode: 'overwrite', body }));
      await apiGateway.send(new CreateDeploymentCommand({ restApiId, stageName: 'prod' }));
      const { snapshot: working, ids } = fromAws((await readGateway(box.aws, restApiId)).raw);
      const now = { base: working, resourceIds: ids.resources };
      expect(deployable(working)).toEqual(read(document, {}));
      const exported = await getExport(box.aws, { restApiId, stage: 'prod' });
      expect(read(exported, now)).toEqual(deployable(working));
    }),
    { numRuns: 8 },
  );
});
