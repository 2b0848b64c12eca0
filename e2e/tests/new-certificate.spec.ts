import { expect, expectAccessible, test } from '../fixtures/test';
import { OnboardingForm } from '../pages/onboarding';
import { TenantPage } from '../pages/tenant';

test('An operator requests a new certificate once ACM has refused the first one', async ({
  console: page,
  instance,
  sandbox,
}) => {
  const zone = 'strict-shop.test';
  const hostname = `www.${zone}`;
  const form = new OnboardingForm(page, instance.url);
  const tenant = new TenantPage(page);
  const again = page.getByRole('button', { name: `Request a new certificate for ${hostname}` });
  const mayIssue = (authority: string) =>
    sandbox.putCustomerRecord({ name: zone, type: 'CAA', values: [`0 issue "${authority}"`] });

  await mayIssue('letsencrypt.org');
  await form.fillUpToReview({ name: 'Strict Shop', host: { hostname } });
  await form.submit();
  await tenant.expectHeadline(hostname, 'Waiting for tenant');
  await expect(again).toHaveCount(0);

  await test.step("the customer's CAA record forbids Amazon to issue", async () => {
    const row = page.getByRole('table', { name: /DNS records/ }).locator('tbody tr');
    const name = await row.locator('td').nth(1).locator('code').first().innerText();
    const value = await row.locator('td').nth(2).locator('code').first().innerText();
    await sandbox.putCustomerRecord({ name, type: 'CNAME', values: [value] });
    await tenant.checkNow(hostname);
    await tenant.expectHeadline(hostname, 'Needs operator');
    await expect(
      tenant
        .domain(hostname)
        .getByText(/a CAA record of the domain forbids Amazon/)
        .first(),
    ).toBeVisible();
    await expect(again).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('the customer allows Amazon, and the operator asks again', async () => {
    await mayIssue('amazon.com');
    await again.click();
    await expect(page.getByText(`A new certificate for ${hostname} is being requested.`)).toBeVisible();
    await expect(again).toHaveCount(0);
    await expect(page.getByRole('table', { name: /DNS records/ }).getByText(hostname, { exact: true })).toBeVisible({
      timeout: 60_000,
    });
    await tenant.expectHeadline(hostname, 'Waiting for tenant');
    await expect(page.getByText(/asked for a new certificate for/)).toBeVisible();
  });
});
