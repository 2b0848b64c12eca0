import { expect, expectAccessible, test } from '../fixtures/test';

// The clock moves forward only, and certificates that are issued then may be of tomorrow: not for an instance that others share.
test.use({ instanceName: 'sandbox-controls' });

test('An administrator rehearses trouble: a fault, the clock, a dial; all of it stands in the audit log', async ({
  console: page,
  instance,
  sandbox,
}) => {
  await page.goto(`${instance.url}/overview`);
  await page.getByRole('link', { name: 'Controls' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sandbox' })).toBeVisible();

  await page.getByRole('button', { name: 'Add fault' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Service').selectOption('Lambda');
  // Nothing that the console calls by itself, which would use the fault up.
  await dialog.getByLabel('Operation').fill('RemovePermission');
  await dialog.getByLabel('How many times').fill('none');
  await dialog.getByRole('button', { name: 'Add fault' }).click();
  await expect(dialog.getByText('Enter a number.')).toBeVisible();
  await dialog.getByLabel('How many times').fill('3');
  await dialog.getByRole('button', { name: 'Add fault' }).click();
  const faults = page.getByRole('list').filter({ hasText: 'Lambda: RemovePermission' });
  await expect(faults).toContainText('The service refuses · 3 more times');
  await faults.getByRole('button', { name: /Remove: Lambda/ }).click();
  await expect(page.getByText('No fault is waiting to strike.')).toBeVisible();

  await page.getByRole('button', { name: '1 hour' }).click();
  await expect(page.getByText('1 hours ahead')).toBeVisible();

  const dial = page.getByLabel('maxDomainNames');
  await dial.fill('many');
  await page.getByRole('button', { name: 'Save dials' }).click();
  await expect(page.getByText('Enter a number.')).toBeVisible();
  await dial.fill('121');
  await page.getByRole('button', { name: 'Save dials' }).click();
  await expect(page.getByText('The dials are set.')).toBeVisible();
  expect(await sandbox.dials()).toMatchObject({ maxDomainNames: 121 });

  await page.goto(`${instance.url}/audit`);
  for (const deed of ['added a fault', 'took a fault', 'moved the clock', 'turned dials'])
    await expect(page.getByText(deed).filter({ visible: true }).first()).toBeVisible();
});

test("The sandbox's own page shows the same, for people without the console", async ({ page, instance, sandbox }) => {
  await page.goto(`${instance.sandboxUrl}/_sandbox`);
  await expect(page.getByRole('heading', { level: 1, name: 'Sandbox' })).toBeVisible();
  await expect(page.getByText('1 REST APIs').first()).toBeVisible();
  await page.getByLabel(/^Service/).selectOption('acm');
  await page.getByLabel(/^Operation/).fill('ResendValidationEmail');
  await page.getByLabel('Strikes').fill('2');
  await page.getByRole('button', { name: 'Add fault' }).click();
  await expect(page.getByText('acm, ResendValidationEmail: the service refuses, 2 more')).toBeVisible();
  await page.getByRole('button', { name: /Remove: acm/ }).click();
  await expect(page.getByText('No fault is waiting to strike.')).toBeVisible();
  await page.getByLabel('maxResources').fill('301');
  await page.getByLabel('maxResources').blur();
  await expect.poll(() => sandbox.dials()).toMatchObject({ maxResources: 301 });
  await expect(page.getByRole('row').filter({ hasText: 'apigateway Get' }).first()).toBeVisible();
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await expectAccessible(page);
  }
});
