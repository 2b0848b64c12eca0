import { ImportRestApiCommand } from '@aws-sdk/client-api-gateway';
import { createDeployment } from '@/lib/aws/api-gateway/create-deployment';
import { readGateway } from '@/lib/aws/api-gateway/read-gateway';
import { fromAws } from '@/lib/gateway/from-aws';
import { sampleSnapshot } from '@/lib/gateway/mapping/testing/sample-snapshot';
import type { GatewayIds, Method, Snapshot } from '@/lib/gateway/model';
import { toOpenApi } from '@/lib/gateway/openapi/to-open-api';
import { requestOf, resolve } from '@/lib/gateway/resolve';
import { renderTemplate } from '@/lib/gateway/templates/render-template';
import { sandboxAws } from '@/lib/testing/sandbox-aws';
import { startEchoServer } from './echo-server';
import { type RawRequest, sendRaw } from './send-raw';

const stage = 'prod';
const accountId = '123456789012';

/** A gateway that a stage serves. */
export interface DeployedGateway {
  snapshot: Snapshot;
  ids: GatewayIds;
  host: string;
}

/** A sandbox and a back end, to hold what is computed against what really happens. */
export async function conformanceWorld() {
  const [box, backEnd] = await Promise.all([sandboxAws(), startEchoServer()]);
  const variables = { name: 'stage.value' };

  return {
    backEnd,
    variables,
    stage,

    /** A gateway with these methods, by `GET /path`. */
    async deploy(routes: Record<string, Method>): Promise<DeployedGateway> {
      const body = JSON.stringify(toOpenApi(sampleSnapshot(routes)));
      const { id: restApiId = '' } = await box.aws.apiGateway.send(
        new ImportRestApiCommand({ body: Buffer.from(body), parameters: { endpointConfigurationTypes: 'REGIONAL' } }),
      );
      await createDeployment(box.aws, { restApiId, stage, description: null, variables });
      const { snapshot, ids } = fromAws((await readGateway(box.aws, restApiId)).raw);
      return { snapshot, ids, host: `${restApiId}.execute-api.us-east-1.amazonaws.com` };
    },

    /** Sends it for real, and resolves it with the ids that the gateway gave it. */
    async ask({ snapshot, ids, host }: DeployedGateway, asked: RawRequest) {
      backEnd.take();
      const headers: [string, string][] = [['Host', host], ...asked.headers];
      const fullPath = `/${stage}${asked.path}`;
      const wired: RawRequest = { ...asked, path: fullPath, headers: [...headers, ['Connection', 'close']] };
      const answer = await sendRaw(box.ports.http, wired);
      const known = {
        host,
        fullPath: fullPath.split('?', 1)[0] ?? '',
        sourceIp: '127.0.0.1',
        isSecure: false,
        requestId: String(answer.headers['x-amzn-requestid']),
        extendedRequestId: String(answer.headers['x-amz-apigw-id']),
      };
      const resolution = resolve(snapshot, requestOf({ ...asked, ...known, headers }), {
        restApiId: ids.restApiId,
        accountId,
        resourceIds: ids.resources,
        stage: { name: stage, variables },
        render: renderTemplate,
      });
      return { answer, got: backEnd.take(), resolution };
    },

    stop: () => Promise.all([box.stop(), backEnd.stop()]),
  };
}

export type ConformanceWorld = Awaited<ReturnType<typeof conformanceWorld>>;
