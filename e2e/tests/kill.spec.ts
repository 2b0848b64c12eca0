import { expect } from '@playwright/test';
import { test } from '../fixtures/own-instance';
import { SandboxControl } from '../fixtures/sandbox';
import { signIn } from '../fixtures/sign-in';
import { fastDials } from '../fixtures/test';
import { OnboardingForm } from '../pages/onboarding';
import { TenantPage } from '../pages/tenant';

test('Everything is killed hard in the middle of two onboardings, twice; both go live after the restart', async ({
  page,
  instance,
}) => {
  const sandbox = new SandboxControl(instance);
  await sandbox.setDials({ ...fastDials, certificateIssueAfterMs: 1500, dnsSyncMs: 1500 });
  await signIn(page, instance.url);
  const form = new OnboardingForm(page, instance.url);
  for (const label of ['kill1', 'kill2']) {
    await form.fillUpToReview({ name: `Tenant ${label}`, host: { label } });
    await form.submit();
  }
  for (const pauseMs of [0, 1200]) {
    await page.waitForTimeout(pauseMs);
    await instance.kill();
    await instance.start();
  }
  for (const label of ['kill1', 'kill2']) {
    await page.goto(`${instance.url}/tenants/tenant-${label}`);
    await new TenantPage(page).expectHeadline(`${label}.example.com`, 'Live', 120_000);
  }
  await page.goto(`${instance.url}/tenants`);
  await expect(page.getByRole('table').getByRole('link', { name: /Tenant kill/ })).toHaveCount(2);
});

test('Ctrl-C stops everything cleanly, and the next start is quick and has everything', async ({ page, instance }) => {
  expect(await instance.interrupt()).toBe(0);
  await expect(fetch(`${instance.url}/api/health`)).rejects.toThrow();
  await expect(fetch(`${instance.sandboxUrl}/_sandbox/health`)).rejects.toThrow();
  await instance.start();
  await signIn(page, instance.url);
  await page.goto(`${instance.url}/tenants`);
  await expect(page.getByRole('link', { name: 'Customer One' })).toBeVisible();
});
