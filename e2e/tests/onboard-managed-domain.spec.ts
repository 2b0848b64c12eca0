import { shell } from '../fixtures/shell';
import { expect, test } from '../fixtures/test';
import { OnboardingForm } from '../pages/onboarding';
import { TenantPage } from '../pages/tenant';

test('An operator onboards a tenant on a name of ours, sees its traffic flow, and removes it again', async ({
  console: page,
  instance,
}) => {
  const hostname = 'acme.example.com';
  const form = new OnboardingForm(page, instance.url);
  const tenant = new TenantPage(page);

  await test.step('the form suggests a slug and shows the full name', async () => {
    await form.open();
    await form.fillTenant({ name: 'Acme Brötchen GmbH', contactEmail: 'ops@acme.example' });
    await expect(page.getByLabel('Slug')).toHaveValue(/^acme-br(o|oe)tchen/);
    await page.getByLabel('Slug').fill('acme');
    await form.next('Hostname');
    await form.fillHost({ label: 'acme' });
    await expect(page.getByTestId('hostname-preview')).toHaveText(hostname);
  });

  await test.step('every certificate is listed with a reason', async () => {
    await form.next('Certificate');
    await expect(page.getByRole('radio', { name: /\*\.example\.com/ }).first()).toBeVisible();
    await page.getByText(/do(es)? not cover/).click();
    await expect(page.getByText(/customer1\.example\.com/).first()).toBeVisible();
    await page.getByRole('radio', { name: 'Request a certificate for this name alone' }).check();
  });

  await test.step('the review lists the AWS calls before anything happens', async () => {
    await form.next('Paths');
    await form.next('Review');
    for (const call of [
      'RequestCertificate',
      'ChangeResourceRecordSets',
      'CreateDomainName',
      'CreateBasePathMapping',
    ]) {
      await expect(page.getByText(call).first()).toBeVisible();
    }
    await expect(page.getByText('Nothing has been done yet.')).toBeVisible();
  });

  await test.step('the tenant becomes live by itself, with proof', async () => {
    await form.submit();
    await expect(page).toHaveURL(`${instance.url}/tenants/acme`);
    await tenant.expectHeadline(hostname, 'Live');
  });

  await test.step('"Try it" shows both sides', async () => {
    const answer = await tenant.tryIt(hostname, '/service1/orders?limit=2');
    await expect(answer).toContainText('200');
    await expect(answer).toContainText('"path": "/orders');
  });

  await test.step('the printed command reaches the gateway from the shell', async () => {
    const output = await shell(await tenant.curlCommand(hostname));
    expect(output).toContain('"environment": "production"');
  });

  await test.step('the certificate is on its page, the story in the audit log', async () => {
    // The inventory is read again some seconds after the last change.
    await expect(async () => {
      await page.goto(`${instance.url}/certificates`);
      await expect(page.getByText(hostname).first()).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 30_000 });
    await page.goto(`${instance.url}/audit?tenant=acme`);
    await expect(page.getByRole('list', { name: 'Audit log' }).getByText(hostname).first()).toBeVisible();
    await expect(page.getByRole('list', { name: 'Audit log' }).getByText('outcome unknown')).toHaveCount(0);
  });

  await test.step('removing it needs the slug and takes everything along', async () => {
    await page.goto(`${instance.url}/tenants/acme`);
    await page.getByRole('button', { name: 'Remove tenant' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('acm');
    await dialog.getByRole('button', { name: 'Remove tenant' }).click();
    await expect(dialog.getByText(/acme/).first()).toBeVisible();
    await expect(dialog).toBeVisible();
    await dialog.getByRole('textbox').fill('acme');
    await dialog.getByRole('button', { name: 'Remove tenant' }).click();
    await expect(page).toHaveURL(/\/tenants\/removals\//, { timeout: 20_000 });
    await expect(page.getByText('Nothing of it is left')).toBeVisible({ timeout: 60_000 });
    await page.goto(`${instance.url}/tenants`);
    await expect(page.getByRole('link', { name: /Acme/ })).toHaveCount(0);
    const answer = await fetch(`${instance.url}/tenants/acme`, {
      headers: { cookie: (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ') },
    });
    expect(await answer.text()).toContain('No such tenant');
  });
});

test('A name under an existing wildcard certificate goes live without a certificate of its own', async ({
  console: page,
  instance,
}) => {
  const hostname = 'shared.example.com';
  const form = new OnboardingForm(page, instance.url);
  await form.fillUpToReview({
    name: 'Shared Certificate Inc',
    host: { label: 'shared' },
    certificate: '*.example.com',
    paths: [
      { basePath: 'api', stage: 'prod' },
      { basePath: '', stage: 'prod' },
    ],
  });
  await expect(page.getByText('RequestCertificate')).toHaveCount(0);
  await form.submit();
  const tenant = new TenantPage(page);
  await tenant.expectHeadline(hostname, 'Live');
  await expect(await tenant.tryIt(hostname, '/api/service2/')).toContainText('200');
});
