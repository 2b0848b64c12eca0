import {
  APIGatewayClient,
  CreateDeploymentCommand,
  GetRestApisCommand,
  PutRestApiCommand,
} from '@aws-sdk/client-api-gateway';
import type { Browser } from '@playwright/test';
import { toOpenApi } from '@/lib/gateway/openapi/to-open-api';
import { Instance } from '../e2e/fixtures/instance';
import { SandboxControl } from '../e2e/fixtures/sandbox';
import { signIn } from '../e2e/fixtures/sign-in';
import { bigGateway } from './big-gateway';
import { type Measure, median, percentile } from './measure';

/** The routes of a gateway of 1,000 resources: time on the server, and to the first row in Chromium. */
export async function measureRoutesPage(browser: Browser): Promise<Measure[]> {
  const instance = await Instance.create();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    await instance.start();
    await putBigGateway(instance);
    const page = await context.newPage();
    await signIn(page, instance.url);
    const url = `${instance.url}/routes`;
    // The sync reads the gateway once a minute; what `staging` still serves is listed, too.
    const listed = page.getByText(/on 1,?0\d\d paths/);
    for (let waited = 0; waited < 180 && !(await listed.isVisible()); waited += 2) {
      await page.goto(url);
      await listed.waitFor({ timeout: 2_000 }).catch(() => {});
    }
    await listed.waitFor({ timeout: 2_000 });
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const server: number[] = [];
    for (let i = 0; i < 60; i += 1) {
      const started = performance.now();
      await (await fetch(url, { headers: { cookie } })).text();
      if (i >= 10) server.push(performance.now() - started);
    }
    const rows: number[] = [];
    for (let i = 0; i < 7; i += 1) {
      const fresh = await context.newPage();
      await fresh.goto(url, { waitUntil: 'commit' });
      const painted = fresh.waitForFunction(() => {
        const row = document.querySelector('main [role="treegrid"] tbody td');
        return row && row.getBoundingClientRect().height > 0 ? performance.now() : false;
      });
      rows.push(Number(await (await painted).jsonValue()));
      await fresh.close();
    }
    return [
      { name: '/routes with 1,000 resources, server time p95', value: percentile(server, 0.95), unit: 'ms', aim: 300 },
      { name: '/routes with 1,000 resources, first row visible', value: median(rows), unit: 'ms', aim: 800 },
    ];
  } finally {
    await context.close();
    await instance.dispose();
  }
}

async function putBigGateway(instance: Instance): Promise<void> {
  await new SandboxControl(instance).setDials({ maxResources: 2_000, throttles: false });
  const gateway = new APIGatewayClient({
    endpoint: instance.sandboxUrl,
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIABENCH', secretAccessKey: 'bench' },
  });
  const { items = [] } = await gateway.send(new GetRestApisCommand({}));
  const restApiId = items[0]?.id;
  const body = Buffer.from(JSON.stringify(toOpenApi(bigGateway(1_000))));
  await gateway.send(new PutRestApiCommand({ restApiId, mode: 'overwrite', body }));
  await gateway.send(new CreateDeploymentCommand({ restApiId, stageName: 'prod' }));
  gateway.destroy();
}
