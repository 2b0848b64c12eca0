import type { BrowserContext } from '@playwright/test';
import type { Instance } from '../e2e/fixtures/instance';
import { signIn } from '../e2e/fixtures/sign-in';
import { type Measure, percentile } from './measure';

async function callsSoFar(instance: Instance): Promise<number> {
  const answer = await fetch(`${instance.sandboxUrl}/_sandbox/calls`);
  const { counters } = (await answer.json()) as { counters: Record<string, { calls: number }> };
  return Object.values(counters).reduce((sum, counter) => sum + counter.calls, 0);
}

async function millisecondsOf(url: string, cookie: string): Promise<number> {
  const started = performance.now();
  const answer = await fetch(url, { headers: { cookie }, redirect: 'error' });
  await answer.text();
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  return performance.now() - started;
}

/** Whole answers of two pages over loopback, one after the other; p95 of 100 after 10 to warm up. */
export async function measureServerTimes(instance: Instance, context: BrowserContext): Promise<Measure[]> {
  const page = await context.newPage();
  await signIn(page, instance.url);
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  await page.close();
  const measures: Measure[] = [];
  for (const [name, path] of [
    ['/tenants', '/tenants'],
    ['a tenant page', '/tenants/bench-0500'],
  ] as const) {
    const url = instance.url + path;
    for (let i = 0; i < 10; i += 1) await millisecondsOf(url, cookie);
    const before = await callsSoFar(instance);
    const samples: number[] = [];
    for (let i = 0; i < 100; i += 1) samples.push(await millisecondsOf(url, cookie));
    const calls = (await callsSoFar(instance)) - before;
    measures.push(
      { name: `${name} with 1,000 tenants, server time p95`, value: percentile(samples, 0.95), unit: 'ms', aim: 100 },
      { name: `${name}: AWS calls during 100 renderings`, value: calls, unit: 'calls', aim: 0 },
    );
  }
  return measures;
}
