import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext } from '@playwright/test';
import { Instance } from '../e2e/fixtures/instance';
import { signIn } from '../e2e/fixtures/sign-in';
import { dialsAtSpeed } from '../sandbox/dials';
import type { Measure } from './measure';
import { runSequentialScript } from './sequential-script';

const domains = 40;
/**
 * AWS's rates, and the time that ACM and Route 53 take, so many times as quick, for the console and for the sandbox alike (decision 002). The
 * reconciler's own pauses stay as they are, so that they weigh as much more against it.
 */
const scale = 8;
/** One CreateDomainName in 30 s. */
const leastMs = (domains * 30_000) / scale;

interface Calls {
  total: number;
  throttled: number;
}

interface Run extends Calls {
  ms: number;
}

/** 40 domains with a certificate and a custom domain name of their own: from a file by the queue, and by a plain script. */
export async function measureManyDomains(browser: Browser): Promise<Measure[]> {
  const ours = await runBatch(browser);
  const theirs = await runScript();
  const name = `${domains} domains of their own`;
  return [
    { name: `${name}: time against the least`, value: ours.ms / leastMs, unit: '', aim: 1.05 },
    { name: `${name}: throttled calls`, value: ours.throttled, unit: 'calls', aim: 0 },
    {
      name: `${name}: AWS calls a domain (inventory sync included)`,
      value: ours.total / domains,
      unit: 'calls',
      aim: null,
    },
    { name: `${name}, by a plain script: time against the least`, value: theirs.ms / leastMs, unit: '', aim: null },
    { name: `${name}, by a plain script: throttled calls`, value: theirs.throttled, unit: 'calls', aim: null },
    { name: `${name}, by a plain script: domains begun again`, value: theirs.again, unit: '', aim: null },
    { name: `${name}, by a plain script: AWS calls a domain`, value: theirs.total / domains, unit: 'calls', aim: null },
    { name: `${name}: time, the queue against the script`, value: ours.ms / theirs.ms, unit: '', aim: 1 },
  ];
}

const hostnames = (prefix: string) => Array.from({ length: domains }, (_, index) => `${prefix}${index}.example.com`);

async function runBatch(browser: Browser): Promise<Run> {
  const instance = await Instance.create({ GATEHOUSE_AWS_QUOTA_SCALE: String(scale) });
  const context = await browser.newContext();
  try {
    await instance.start();
    await turnDials(instance);
    const page = await context.newPage();
    await signIn(page, instance.url);
    await page.goto(`${instance.url}/tenants/import`);
    const rows = hostnames('bench').map((hostname, index) => `Bench ${index},${hostname},prod`);
    const buffer = Buffer.from(['name,hostname,stage', ...rows].join('\n'));
    await page.getByLabel('CSV file').setInputFiles({ name: 'bench.csv', mimeType: 'text/csv', buffer });
    const start = page.getByRole('button', { name: `Start ${domains}` });
    await start.waitFor({ timeout: 60_000 });
    await resetCalls(instance);
    const started = performance.now();
    await start.click();
    await page.getByText(/Batch #\d+ has started/).waitFor();
    // No page that renders itself anew takes time from what is measured.
    await page.goto('about:blank');
    await untilFinished(context, `${instance.url}/tenants/batches/1`);
    return { ms: performance.now() - started, ...(await readCalls(instance)) };
  } finally {
    await context.close();
    await instance.dispose();
  }
}

async function untilFinished({ request }: BrowserContext, url: string): Promise<void> {
  const deadline = Date.now() + 3 * leastMs;
  while (Date.now() < deadline) {
    const html = await (await request.get(url)).text();
    if (new RegExp(`\\b${domains} live\\b`).test(html)) return;
    // Rendering it costs the console time that it needs for its work: often only towards the end.
    await sleep(/(3[0-9]) live/.test(html) ? 500 : 3_000);
  }
  throw new Error('the batch was not finished in time');
}

async function runScript(): Promise<Run & { again: number }> {
  const instance = await Instance.create({ GATEHOUSE_WORKER: 'off' });
  try {
    await instance.start();
    await turnDials(instance);
    await resetCalls(instance);
    const started = performance.now();
    const again = await runSequentialScript(instance.sandboxUrl, hostnames('script'), scale);
    return { ms: performance.now() - started, again, ...(await readCalls(instance)) };
  } finally {
    await instance.dispose();
  }
}

async function turnDials({ sandboxUrl }: Instance): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify(dialsAtSpeed(scale));
  await fetch(`${sandboxUrl}/_sandbox/dials`, { method: 'PATCH', headers, body });
}

const resetCalls = ({ sandboxUrl }: Instance) => fetch(`${sandboxUrl}/_sandbox/calls`, { method: 'DELETE' });

async function readCalls({ sandboxUrl }: Instance): Promise<Calls> {
  const { total, throttled, ...rest } = (await (await fetch(`${sandboxUrl}/_sandbox/calls`)).json()) as Calls & {
    counters?: object;
  };
  if (process.env.GATEHOUSE_BENCH_DETAILS) console.error(JSON.stringify(rest.counters, null, 1));
  return { total, throttled };
}
