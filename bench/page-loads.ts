import path from 'node:path';
import type { Browser, BrowserContext } from '@playwright/test';
import type { Instance } from '../e2e/fixtures/instance';
import { signIn } from '../e2e/fixtures/sign-in';
import { type Measure, median } from './measure';

interface Load {
  firstRowMs: number;
  blockingMs: number;
  layoutShift: number;
  scriptBytes: number;
  foreignRequests: number;
}

declare global {
  interface Window {
    bench: { firstRow: number; blocking: number; shift: number };
  }
}

async function load(context: BrowserContext, url: string, slowdown: number): Promise<Load> {
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.setCacheDisabled', { cacheDisabled: true });
  await client.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const scripts = new Set<string>();
  let scriptBytes = 0;
  let foreignRequests = 0;
  client.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script') scripts.add(requestId);
    if (new URL(response.url).host !== new URL(url).host && !response.url.startsWith('data:')) foreignRequests += 1;
  });
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scriptBytes += encodedDataLength;
  });
  await page.addInitScript({ path: path.join(import.meta.dirname, 'watch-page.js') });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForFunction(() => window.bench.firstRow > 0);
  // Long tasks of hydration come after `load`.
  await page.waitForTimeout(1000 * Math.sqrt(slowdown));
  const seen = await page.evaluate(() => window.bench);
  await page.close();
  return {
    firstRowMs: seen.firstRow,
    blockingMs: seen.blocking,
    layoutShift: seen.shift,
    scriptBytes,
    foreignRequests,
  };
}

/** /tenants in headless Chromium with a cold cache; median of 7, plain and with the CPU slowed four times. */
export async function measurePageLoads(instance: Instance, browser: Browser): Promise<Measure[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await signIn(page, instance.url);
  await page.close();
  const sample = async (slowdown: number) => {
    const loads: Load[] = [];
    for (let i = 0; i < 7; i += 1) loads.push(await load(context, `${instance.url}/tenants`, slowdown));
    return loads;
  };
  const plain = await sample(1);
  const slow = await sample(4);
  await context.close();
  const middle = (loads: Load[], key: keyof Load) => median(loads.map((one) => one[key]));
  return [
    {
      name: '/tenants, JavaScript of the first load, gzip',
      value: middle(plain, 'scriptBytes') / 1000,
      unit: 'kB',
      aim: 180,
    },
    { name: '/tenants, first row visible', value: middle(plain, 'firstRowMs'), unit: 'ms', aim: 500 },
    { name: '/tenants, first row visible, CPU slowed 4x', value: middle(slow, 'firstRowMs'), unit: 'ms', aim: 1200 },
    { name: '/tenants, blocking time', value: middle(plain, 'blockingMs'), unit: 'ms', aim: 150 },
    { name: '/tenants, blocking time, CPU slowed 4x', value: middle(slow, 'blockingMs'), unit: 'ms', aim: 600 },
    { name: '/tenants, layout shift', value: middle(plain, 'layoutShift'), unit: '', aim: 0 },
    {
      name: '/tenants, requests to another host',
      value: Math.max(...plain.map((one) => one.foreignRequests)),
      unit: 'requests',
      aim: 0,
    },
  ];
}
