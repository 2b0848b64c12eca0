import { expect, expectAccessible, test } from '../fixtures/test';
import { OnboardingForm } from '../pages/onboarding';
import { TenantPage } from '../pages/tenant';

test('An operator sees when a domain failed, since which check, and that it recovered', async ({
  console: page,
  instance,
  sandbox,
}) => {
  const hostname = 'www.watched-shop.org';
  const form = new OnboardingForm(page, instance.url);
  const tenant = new TenantPage(page);
  const domain = tenant.domain(hostname);
  const history = domain.locator('section', { has: page.getByRole('heading', { name: 'History' }) });

  await form.fillUpToReview({ name: 'Watched Shop', host: { hostname } });
  await form.submit();
  await tenant.expectHeadline(hostname, 'Waiting for tenant');
  await domain.getByRole('button', { name: 'Add the certificate validation record' }).click();
  const routing = page
    .getByRole('table', { name: /DNS records/ })
    .locator('tbody tr')
    .nth(1);
  await expect(routing).toBeVisible({ timeout: 60_000 });
  const target = await routing.locator('td').nth(2).locator('code').first().innerText();
  await domain.getByRole('button', { name: 'Add the routing record' }).click({ timeout: 60_000 });
  await tenant.expectHeadline(hostname, 'Live', 90_000);

  await test.step('the customer parks the name: at risk after one failed check, broken after the next', async () => {
    await sandbox.putCustomerRecord({ name: hostname, type: 'CNAME', values: ['parked.hoster.net'] });
    await tenant.checkNow(hostname);
    await tenant.expectHeadline(hostname, 'Broken', 60_000);
    await expect(domain.getByText('Failing since')).toBeVisible();
    await expect(domain.getByText(/\d+ checks in a row/)).toBeVisible();
    await expect(history.getByRole('heading', { name: '1 outage, from the first failed check on' })).toBeVisible();
  });

  await test.step('and back: the outage stays in the history', async () => {
    await sandbox.putCustomerRecord({ name: hostname, type: 'CNAME', values: [target] });
    await tenant.checkNow(hostname);
    await tenant.expectHeadline(hostname, 'Live', 60_000);
    await expect(domain.getByText('Failing since')).toHaveCount(0);
    await history.getByText(/^All \d+ changes$/).click();
    await expect(history.getByText(/^Answers again, after \d+ failed checks in a row/)).toBeVisible();
    await history.getByRole('link', { name: '24 h' }).click();
    await expect(page).toHaveURL(/history=24h/);
    await expect(history.getByText(/^Live [\d.]+ % of the last 24 hours$/)).toBeVisible();
    await expect(history.getByRole('img', { name: /in the last 24 hours, oldest first\. Live/ })).toBeVisible();
    await expectAccessible(page);
  });
});
