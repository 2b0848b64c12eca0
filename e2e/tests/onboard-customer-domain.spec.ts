import type { Page } from '@playwright/test';
import { shell } from '../fixtures/shell';
import { expect, test } from '../fixtures/test';
import { OnboardingForm } from '../pages/onboarding';
import { TenantPage } from '../pages/tenant';

/** What the page tells the tenant to add. */
async function recordsShown(page: Page) {
  const rows = page.getByRole('table', { name: /DNS records/ }).locator('tbody tr');
  return Promise.all(
    (await rows.all()).map(async (row) => {
      const cells = await row.locator('td').all();
      const name = (await cells[1]?.locator('code').first().innerText()) ?? '';
      const value = (await cells[2]?.locator('code').first().innerText()) ?? '';
      return { name, type: 'CNAME', values: [value] };
    }),
  );
}

test("An operator onboards a customer's own domain; it goes live once the customer has added the records", async ({
  console: page,
  instance,
  sandbox,
}) => {
  const hostname = 'api.bücher-shop.de';
  const ascii = 'api.xn--bcher-shop-9db.de';
  const form = new OnboardingForm(page, instance.url);
  const tenant = new TenantPage(page);

  await form.fillUpToReview({
    name: 'Bücher Shop',
    contactEmail: 'it@bücher-shop.de'.replace('ü', 'ue'),
    host: { hostname },
  });
  await expect(page.getByText(ascii).first()).toBeVisible();
  await form.submit();

  await test.step('it waits for the tenant and says for which record', async () => {
    await tenant.expectHeadline(ascii, 'Waiting for tenant');
    await expect(tenant.domain(ascii).getByRole('button', { name: 'Copy all as text' })).toBeVisible();
    // ACM gives up after 72 hours.
    await expect(tenant.domain(ascii).getByText('in 2 days').first()).toBeVisible();
  });

  await test.step('the customer adds the validation record, then the routing record', async () => {
    for (let added = 0; added < 2; ) {
      const records = await recordsShown(page);
      for (const record of records.slice(added)) {
        await sandbox.putCustomerRecord(record);
        added += 1;
      }
      await tenant.checkNow(ascii);
      if (added < 2) await expect.poll(async () => (await recordsShown(page)).length, { timeout: 60_000 }).toBe(2);
    }
  });

  await tenant.expectHeadline(ascii, 'Live', 90_000);
  expect(await shell(await tenant.curlCommand(ascii))).toContain('"environment": "production"');
});

test('On the sandbox an operator can play the customer from the tenant page', async ({ console: page, instance }) => {
  const hostname = 'www.played.org';
  const form = new OnboardingForm(page, instance.url);
  await form.fillUpToReview({ name: 'Played', host: { hostname } });
  await form.submit();
  const tenant = new TenantPage(page);
  await tenant.expectHeadline(hostname, 'Waiting for tenant');
  await tenant.domain(hostname).getByRole('button', { name: 'Add the certificate validation record' }).click();
  await tenant.domain(hostname).getByRole('button', { name: 'Add the routing record' }).click({ timeout: 60_000 });
  await tenant.expectHeadline(hostname, 'Live', 90_000);
});
