import { readFile } from 'node:fs/promises';
import { APIGatewayClient, CreateDomainNameCommand } from '@aws-sdk/client-api-gateway';
import { expect } from '@playwright/test';
import { test } from '../fixtures/own-instance';
import { SandboxControl } from '../fixtures/sandbox';
import { signIn } from '../fixtures/sign-in';
import { expectAccessible, fastDials } from '../fixtures/test';
import { OnboardingForm } from '../pages/onboarding';
import { TenantPage } from '../pages/tenant';

const hostname = 'shop.leaving.test';

test('An operator removes a domain: the list first, held up by the DNS, killed in the middle, and proven at the end', async ({
  page,
  instance,
}) => {
  test.slow();
  const sandbox = new SandboxControl(instance);
  await sandbox.setDials(fastDials);
  await signIn(page, instance.url);
  const tenant = new TenantPage(page);

  await test.step('a customer goes live', async () => {
    const form = new OnboardingForm(page, instance.url);
    await form.fillUpToReview({ name: 'Leaving Inc', host: { hostname } });
    await form.submit();
    const records = page.getByRole('region', { name: `DNS records of ${hostname}` });
    for (const purpose of ['Certificate validation', 'Routing']) {
      const row = records.getByRole('row', { name: new RegExp(purpose) });
      await expect(row).toBeVisible({ timeout: 40_000 });
      const values = await row.locator('code').allInnerTexts();
      await sandbox.putCustomerRecord({ name: values[0] ?? '', type: 'CNAME', values: [`${values.at(-1)}.`] });
      await tenant.checkNow(hostname);
    }
    await tenant.expectHeadline(hostname, 'Live', 60_000);
  });

  await test.step('the list says what goes, and can be downloaded', async () => {
    await page.getByRole('button', { name: 'Remove domain' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(`/domainnames/${hostname}`)).toBeVisible({ timeout: 20_000 });
    await expect(dialog.getByText('The tenant deletes at its own DNS provider')).toBeVisible();
    await expectAccessible(page);
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Download the list' }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    expect(text).toContain('Nothing has been removed.');
    expect(text).toContain('arn:aws:acm:');
    await dialog.getByRole('textbox').fill('shop');
    await dialog.getByRole('button', { name: 'Remove domain' }).click();
    await expect(dialog.getByText(`Type ${hostname} to confirm.`)).toBeVisible();
    await dialog.getByRole('textbox').fill(hostname);
    await dialog.getByRole('button', { name: 'Remove domain' }).click();
    await expect(page).toHaveURL(/\/tenants\/removals\/[0-9a-f-]+$/, { timeout: 20_000 });
  });

  await test.step('it is held up while the public DNS leads there, also after everything was killed', async () => {
    await expect(page.getByText('The tenant has to remove that record first').first()).toBeVisible({ timeout: 40_000 });
    await instance.kill();
    await instance.start();
    await page.reload();
    await expect(page.getByText('The tenant has to remove that record first').first()).toBeVisible({ timeout: 40_000 });
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step('typing the name lets it go on; killed once more on the way, it ends with the proof', async () => {
    await sandbox.setDials({ ...fastDials, inUseByLagMs: 3_000 });
    await page.getByRole('button', { name: 'Remove it all the same' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('anybody with an AWS account may make it anew')).toBeVisible();
    await dialog.getByRole('textbox').fill(hostname);
    await dialog.getByRole('button', { name: 'Remove it all the same' }).click();
    await expect(dialog).toHaveCount(0);
    await page.waitForTimeout(500);
    await instance.kill();
    await instance.start();
    await page.reload();
    await expect(page.getByText('Nothing of it is left')).toBeVisible({ timeout: 90_000 });
    await expect(page.getByText('confirmed by hand')).toBeVisible();
    await expectAccessible(page);
    for (const [link, ending] of [
      ['Download as text', '.txt'],
      ['Download as JSON', '.json'],
    ] as const) {
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: link }).click();
      const file = await download;
      expect(file.suggestedFilename()).toBe(`removal-${hostname}${ending}`);
      const text = await readFile(await file.path(), 'utf8');
      expect(text).toContain(`/domainnames/${hostname}`);
    }
    await page.goto(`${instance.url}/tenants/removals`);
    await expect(page.getByRole('row', { name: new RegExp(hostname) })).toContainText('Finished');
  });

  await test.step('what no tenant owns is found and given to one', async () => {
    const client = new APIGatewayClient({
      region: 'us-east-1',
      endpoint: instance.sandboxUrl,
      credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'sandbox' },
    });
    const state = await fetch(`${instance.url}/certificates`, {
      headers: { cookie: (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ') },
    });
    const arn = /arn:aws:acm:[a-z0-9-]+:\d+:certificate\/[0-9a-f-]+/.exec(await state.text())?.[0] ?? '';
    await client.send(
      new CreateDomainNameCommand({
        domainName: 'found.example.com',
        regionalCertificateArn: arn,
        endpointConfiguration: { types: ['REGIONAL'] },
      }),
    );
    client.destroy();
    await expect(async () => {
      await page.goto(`${instance.url}/tenants/unowned`);
      await expect(page.getByRole('checkbox', { name: 'Assign found.example.com' })).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 90_000 });
    await expectAccessible(page);
    await page.getByRole('checkbox', { name: 'Assign found.example.com' }).check();
    await page.getByRole('radio', { name: 'A new one' }).check();
    await page.getByLabel('Name', { exact: true }).fill('Found Ltd');
    await page.getByRole('button', { name: 'Assign', exact: true }).click();
    await expect(page.getByRole('checkbox', { name: 'Assign found.example.com' })).toHaveCount(0, { timeout: 20_000 });
    await page.goto(`${instance.url}/tenants/found-ltd`);
    await expect(page.getByRole('heading', { level: 2, name: 'found.example.com' })).toBeVisible();
  });
});
