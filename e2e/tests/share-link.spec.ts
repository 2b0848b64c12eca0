import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../fixtures/test';
import { OnboardingForm } from '../pages/onboarding';
import { TenantPage } from '../pages/tenant';

/** The records that a customer is asked for, as their page shows them. */
async function recordsAsked(page: Page, hostname: string) {
  const items = await page
    .getByRole('list', { name: `Records for ${hostname}` })
    .getByRole('listitem')
    .all();
  return Promise.all(
    items.map(async (item) => {
      const [type = '', , name = '', value = ''] = await item.locator('dd code').allInnerTexts();
      return { type, name, values: [value] };
    }),
  );
}

async function chooseEdgeZone(page: Page, url: string, zone: 'example.com' | null) {
  await page.goto(`${url}/settings/domains`);
  await page.getByLabel('Zone').selectOption(zone === null ? { value: '' } : { label: zone });
  await expect(page.getByText(zone === null ? /get no stable name/ : `acme.edge.${zone}`)).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('It holds for domains that are added from now on')).toBeVisible();
}

test('A customer does their part by a share link: all records on the first day, live by their own hand', async ({
  console: page,
  instance,
  sandbox,
  browser,
}) => {
  test.slow();
  const hostname = 'www.story-shop.org';
  const tenant = new TenantPage(page);
  await test.step('stable names are switched on, and a domain is onboarded', async () => {
    await chooseEdgeZone(page, instance.url, 'example.com');
    await expectAccessible(page);
    const form = new OnboardingForm(page, instance.url);
    await form.fillUpToReview({ name: 'Story Shop', contactEmail: 'it@story-shop.org', host: { hostname } });
    await form.submit();
    await tenant.expectHeadline(hostname, 'Waiting for tenant');
  });

  const link = await test.step('the operator makes a link', async () => {
    await page.getByRole('button', { name: 'Make a link' }).click();
    await page.getByRole('button', { name: 'Make the link' }).click();
    const text = await page.getByRole('status', { name: 'the link for the customer' }).innerText();
    await page.getByRole('button', { name: 'Done' }).click();
    return text;
  });

  const stranger = await browser.newContext();
  const customer = await stranger.newPage();
  await test.step('the customer sees both records before there is a target', async () => {
    const answer = await customer.goto(link);
    expect(answer?.headers()).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'content-security-policy': expect.stringContaining('nonce-'),
    });
    await expect(customer.getByRole('region', { name: hostname }).getByText('Your turn').first()).toBeVisible();
    await expect.poll(() => recordsAsked(customer, hostname)).toHaveLength(2);
    const [, routing] = await recordsAsked(customer, hostname);
    expect(routing).toEqual({ type: 'CNAME', name: hostname, values: ['story-shop.edge.example.com'] });
    await expect(customer.getByRole('navigation')).toHaveCount(0);
    await expect(customer.getByText(/AWS|Gatehouse|API Gateway/)).toHaveCount(0);
    await customer.getByLabel('Where the DNS is kept').selectOption('Cloudflare');
    await expect(customer.getByText(/the cloud has to be grey/)).toBeVisible();
    await expectAccessible(customer);
    await customer.setViewportSize({ width: 390, height: 844 });
    expect(await customer.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  await test.step('the zone file holds them', async () => {
    const [download] = await Promise.all([
      customer.waitForEvent('download'),
      customer.getByRole('link', { name: `Zone file for ${hostname}` }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${hostname}.zone`);
  });

  await test.step('they make both, ask for a check, and see it go live', async () => {
    for (const record of await recordsAsked(customer, hostname)) await sandbox.putCustomerRecord(record);
    await customer.getByRole('button', { name: `Check now: ${hostname}` }).click();
    await expect(customer.getByText('is being checked')).toBeVisible();
    await expect(customer.getByText('Everything is in place.')).toBeVisible({ timeout: 90_000 });
    await expectAccessible(customer);
  });

  await test.step('revoked, the link is worth nothing', async () => {
    await page.reload();
    await expect(page.getByText(/opened 1 time/)).toBeVisible();
    await page.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await customer.goto(link);
    await expect(customer.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
    await customer.goto(link.replace(/.$/, '_'));
    await expect(customer.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
    await expect(customer.getByText(hostname)).toHaveCount(0);
  });
  expect(instance.output).not.toContain(link.split('/share/')[1]);
  await stranger.close();
  await test.step('stable names are switched off again', async () => {
    await chooseEdgeZone(page, instance.url, null);
  });
});

test('A name that serves traffic is prepared first, tested, and cut over when the operator says so', async ({
  console: page,
  instance,
  sandbox,
}) => {
  test.slow();
  const hostname = 'www.busy-shop.org';
  await sandbox.putCustomerRecord({ name: hostname, type: 'A', values: ['192.0.2.55'] });
  const form = new OnboardingForm(page, instance.url);
  const tenant = new TenantPage(page);
  const domain = tenant.domain(hostname);
  await form.fillUpToReview({ name: 'Busy Shop', host: { hostname } });
  await expect(page.getByRole('radio', { name: /^Prepare first, cut over later/ })).toBeChecked();
  await form.submit();

  await test.step('the customer proves the name; nothing else is asked', async () => {
    await tenant.expectHeadline(hostname, 'Waiting for tenant');
    await domain.getByRole('button', { name: 'Add the certificate validation record' }).click();
    await tenant.expectHeadline(hostname, 'Needs operator', 90_000);
    await expect(domain.getByText('The certificate is valid for www.busy-shop.org')).toBeVisible();
    await expect(domain.getByText('192.0.2.55').first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('cut over: now the routing record is asked for, and makes it live', async () => {
    await domain.getByRole('button', { name: 'Cut over', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('192.0.2.55').first()).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Cut over' }).click();
    const typed = dialog.getByRole('textbox');
    await expect(typed).toHaveAttribute('aria-invalid', 'true');
    await typed.fill(hostname);
    await dialog.getByRole('button', { name: 'Cut over' }).click();
    await tenant.expectHeadline(hostname, 'Waiting for tenant', 60_000);
    const row = domain
      .getByRole('table', { name: /DNS records/ })
      .locator('tbody tr')
      .last();
    const value = await row.locator('td').nth(2).locator('code').first().innerText();
    await sandbox.removeCustomerRecord({ name: hostname, type: 'A' });
    await sandbox.putCustomerRecord({ name: hostname, type: 'CNAME', values: [value] });
    await tenant.checkNow(hostname);
    await tenant.expectHeadline(hostname, 'Live', 90_000);
  });
});
