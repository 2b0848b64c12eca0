import { expect } from '@playwright/test';
import { test } from '../fixtures/own-instance';
import { SandboxControl } from '../fixtures/sandbox';
import { signIn } from '../fixtures/sign-in';
import { fastDials } from '../fixtures/test';
import { RoutesPage } from '../pages/routes';

test('Everything is killed hard in the middle of an application; it goes on after the restart, and deploys once', async ({
  page,
  instance,
}) => {
  test.setTimeout(240_000);
  const sandbox = new SandboxControl(instance);
  const routes = new RoutesPage(page, instance.url);
  await sandbox.setDials(fastDials);
  await signIn(page, instance.url);
  await page.goto(`${instance.url}/routes/mappings`);
  await page.getByRole('button', { name: 'Tell the back end which tenant this is' }).click();
  await page.getByRole('button', { name: /^Save \d+ routes to the draft$/ }).click();
  await expect(page).toHaveURL(/\/changes\/\d+$/, { timeout: 20_000 });
  const number = Number(page.url().split('/').at(-1));

  // Every call takes a while, so that there is a middle.
  await sandbox.addFault({ service: 'apigateway', operation: 'UpdateIntegration', kind: 'latency', latencyMs: 1500 });
  await routes.apply('prod');
  const calls = page.getByRole('list', { name: 'Calls' });
  await expect(calls.getByText('(done)').first()).toBeAttached({ timeout: 30_000 });
  await instance.kill();
  await instance.start();

  await new SandboxControl(instance).clearFaults();
  await routes.openChangeSet(number);
  await routes.expectState('Applied', 90_000);
  await expect(page.getByText('Applied and deployed to prod')).toBeVisible();
  await page.goto(`${instance.url}/deployments?stage=prod`);
  await expect(page.getByText('Nothing to deploy')).toBeVisible();
  const history = page.getByRole('list', { name: 'History of prod' });
  await expect(history.getByText('Deployed ·')).toHaveCount(1);
  await page.goto(`${instance.url}/audit`);
  await expect(page.getByRole('list', { name: 'Audit log' }).getByText('applied the change set').first()).toBeVisible();
});
