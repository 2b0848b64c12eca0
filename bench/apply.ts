import type { Browser, BrowserContext } from '@playwright/test';
import { emptyIntegration, emptyMethod, emptySnapshot } from '@/lib/gateway/defaults';
import type { Snapshot } from '@/lib/gateway/model';
import { toOpenApi } from '@/lib/gateway/openapi/to-open-api';
import { Instance } from '../e2e/fixtures/instance';
import { signIn } from '../e2e/fixtures/sign-in';
import { RoutesPage } from '../e2e/pages/routes';
import type { Measure } from './measure';

const routes = 50;
/** An application reads the working copy first, with a call a kind of thing. */
const reads = 7;
/** AWS: 10 calls a second and 40 at once for all operations, 5 a second for CreateResource. */
const least = { calls: 3 * routes, ms: Math.max((routes - 1) * 200, (3 * routes + reads - 40) * 100) };

interface Progress {
  state: string;
  steps: { operation: string; startedAt: string | null; endedAt: string | null }[];
}

/**
 * Applies a change set of 50 new routes, each on a resource of its own, at AWS's documented pace: calls that change something, and the
 * time from the first to the last of them, against the least that the quotas allow after the read before.
 */
export async function measureApply(browser: Browser): Promise<Measure[]> {
  const instance = await Instance.create({ GATEHOUSE_AWS_QUOTA_SCALE: '1' });
  const context = await browser.newContext();
  try {
    await instance.start();
    const page = await context.newPage();
    await signIn(page, instance.url);
    await page.goto(`${instance.url}/routes/import`);
    await page.getByRole('textbox', { name: 'Document' }).fill(JSON.stringify(toOpenApi(newRoutes())));
    await page.getByRole('button', { name: 'Make a change set of it' }).click();
    await page.waitForURL(/\/changes\/\d+$/, { timeout: 60_000 });
    const number = page.url().split('/').at(-1);
    await new RoutesPage(page, instance.url).apply(null);
    const steps = await appliedSteps(context, `${instance.url}/api/changes/${number}/progress`);
    const writes = steps.filter(({ operation }) => !operation.startsWith('Get'));
    const starts = writes.map(({ startedAt }) => Date.parse(startedAt ?? ''));
    const ends = writes.map(({ endedAt }) => Date.parse(endedAt ?? ''));
    const time = Math.max(...ends) - Math.min(...starts);
    return [
      {
        name: 'change set of 50 new routes: calls against the least',
        value: writes.length / least.calls,
        unit: '',
        aim: 1.05,
      },
      { name: 'change set of 50 new routes: time against the least', value: time / least.ms, unit: '', aim: 1.05 },
      { name: 'change set of 50 new routes: time', value: time / 1_000, unit: 's', aim: null },
    ];
  } finally {
    await context.close();
    await instance.dispose();
  }
}

async function appliedSteps({ request }: BrowserContext, url: string): Promise<Progress['steps']> {
  for (let waited = 0; waited < 180; waited += 1) {
    const { state, steps } = (await (await request.get(url)).json()) as Progress;
    if (state === 'applied') return steps;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  throw new Error('the change set was not applied within three minutes');
}

function newRoutes(): Snapshot {
  const gateway = emptySnapshot('shared-gateway');
  for (let index = 0; index < routes; index += 1) {
    gateway.resources[`/bench${index}`] = {
      methods: {
        GET: {
          ...emptyMethod(),
          integration: {
            ...emptyIntegration('HTTP_PROXY'),
            uri: `https://bench${index}.example.com/`,
            httpMethod: 'GET',
          },
        },
      },
    };
  }
  return gateway;
}
