// `npm run bench [-- --json] [-- --skip-first-start]`: speed and memory in numbers, never in timed tests.
import { chromium } from '@playwright/test';
import { browserArguments, findBrowser } from '../scripts/test/browser.mjs';
import { measureApply } from './apply';
import { measureAudit } from './audit';
import { measureDataPlane } from './data-plane';
import { measureGatewayCore } from './gateway-core';
import { measureManyDomains } from './many-domains';
import type { Measure } from './measure';
import { measureMemory } from './memory';
import { measureOnboarding } from './onboarding';
import { measurePageLoads } from './page-loads';
import { measureRoutesPage } from './routes-page';
import { measureSandbox } from './sandbox';
import { measureServerTimes } from './server-times';
import { measureFirstStart, measureSecondStart } from './start-times';
import { measureWatchedDomains } from './watched-domains';
import { startWithTenants } from './with-tenants';

const json = process.argv.includes('--json');
const measures: Measure[] = [];
const say = (text: string) => json || console.error(text);
const browser = await chromium.launch({
  executablePath: findBrowser() ?? undefined,
  args: browserArguments,
});

say('the gateway core …');
measures.push(...measureGatewayCore());
say('the sandbox …');
measures.push(...(await measureSandbox()));
say('the data plane …');
measures.push(...(await measureDataPlane()));
say('second start …');
measures.push(...(await measureSecondStart()));
say('1,000 tenants …');
const instance = await startWithTenants(1000);
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  measures.push(...(await measureServerTimes(instance, context)));
  measures.push(...(await measurePageLoads(instance, browser)));
} finally {
  await instance.dispose();
}
say('1,000 resources …');
measures.push(...(await measureRoutesPage(browser)));
say('a change set of 50 routes …');
measures.push(...(await measureApply(browser)));
say('onboarding on the default dials …');
measures.push(...(await measureOnboarding(browser)));
say('40 domains under AWS quotas, by the queue and by a plain script …');
measures.push(...(await measureManyDomains(browser)));
say('1,000 live domains watched …');
measures.push(...measureWatchedDomains());
say('the audit log with a million rows …');
measures.push(...(await measureAudit(browser)));
say('memory …');
measures.push(...(await measureMemory()));
if (!process.argv.includes('--skip-first-start')) {
  say('first start of a fresh clone …');
  measures.push(...(await measureFirstStart()));
}
await browser.close();

if (json) {
  console.log(JSON.stringify({ node: process.version, at: new Date().toISOString(), measures }, null, 2));
} else {
  console.table(
    measures.map(({ name, value, unit, aim, atLeast }) => ({
      measure: name,
      value: `${Number(value.toFixed(2))} ${unit}`,
      aim: aim === null ? '' : `${atLeast ? '>=' : '<='} ${aim} ${unit}`,
    })),
  );
}
