import path from 'node:path';
import { shell } from '../fixtures/shell';
import { expect, expectAccessible, test } from '../fixtures/test';
import { RoutesPage } from '../pages/routes';

test('An operator points /service1 at another back end with a header of its own, deploys it, and rolls it back', async ({
  console: page,
  instance,
}) => {
  const routes = new RoutesPage(page, instance.url);
  const host = 'customer1.example.com';
  const curl = () =>
    shell(
      [
        'curl --silent --show-error',
        `--cacert ${path.join(instance.dataDir, 'sandbox', 'ca.pem')}`,
        `--resolve ${host}:${instance.ports.https}:127.0.0.1`,
        `https://${host}:${instance.ports.https}/service1/orders`,
      ].join(' '),
    );
  const expectOld = async () => {
    const answer = await curl();
    expect(answer).toContain('"host": "orders.backends.example.com"');
    expect(answer).not.toContain('X-Region');
  };
  await expectOld();
  let number = 0;

  await test.step('the list finds the route by its back end and its path', async () => {
    await page.goto(`${instance.url}/routes`);
    await page.getByRole('searchbox').fill('orders.backends');
    await expect(page.getByText('/service1').first()).toBeVisible();
    await expect(page.getByText('/health')).toHaveCount(0);
    await expectAccessible(page);
  });

  await test.step('the form takes another URL, the preview follows while one types', async () => {
    await routes.openRoute('/service1/{proxy+}', 'ANY');
    const url = page.getByLabel('URL');
    await expect(url).toHaveValue(/orders\.backends\.example\.com/);
    await url.fill('http://orders-v2.backends.example.com/{proxy}');
    await routes.openTab('Mappings');
    await routes.addMapping({ name: 'X-Region', source: 'Fixed text', text: 'eu-1' });
    const preview = page.getByRole('region', { name: 'What the back end gets' });
    await expect(preview).toContainText('http://orders-v2.backends.example.com/');
    await expect(preview).toContainText('X-Region: eu-1');
    await expectAccessible(page);
  });

  await test.step('a save goes into a change set; AWS and its traffic have nothing of it', async () => {
    number = await routes.save();
    await expectOld();
  });

  await test.step('the review says in words what changes, whom it reaches and what it costs', async () => {
    await routes.openChangeSet(number);
    await expect(page.getByRole('list', { name: 'Changes' })).toContainText('orders-v2.backends.example.com');
    await expect(page.getByRole('list', { name: 'Changes' })).toContainText('X-Region');
    await expect(page.getByRole('list', { name: 'Who is affected' })).toContainText('Customer One');
    await page.getByText('Show the calls').click();
    await expect(page.getByText('UpdateIntegration').first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('applied to the working copy, tenants still notice nothing, and every page says so', async () => {
    await routes.apply(null);
    await routes.expectState('Applied');
    await expectOld();
    await page.goto(`${instance.url}/tenants`);
    await expect(page.getByRole('link', { name: /not deployed/ })).toBeVisible();
  });

  await test.step('deployed, the new back end answers the tenant, with the header', async () => {
    await page.goto(`${instance.url}/deployments?stage=prod`);
    await expect(page.getByRole('list', { name: 'Not deployed' })).toContainText('X-Region');
    await page.getByRole('button', { name: 'Deploy to prod' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Description').fill('Orders move to their second version');
    await dialog.getByRole('button', { name: 'Deploy to prod' }).click();
    await expect(page.getByText('Nothing to deploy')).toBeVisible({ timeout: 20_000 });
    await expect.poll(curl).toContain('"X-Region": "eu-1"');
    expect(await curl()).toContain('"host": "orders-v2.backends.example.com"');
    await expectAccessible(page);
  });

  await test.step('rolled back, the old behaviour is there again', async () => {
    const history = page.getByRole('list', { name: 'History of prod' });
    await expect(history.getByRole('listitem').first()).toContainText('Orders move to their second version');
    const older = history.getByRole('listitem').filter({ hasText: 'Changed outside of Gatehouse' }).first();
    await older.locator('summary').first().click();
    await older.getByRole('button', { name: 'Roll back to this' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Roll prod back' }).click();
    await expect(history.getByRole('listitem').first()).toContainText('Rolled back', { timeout: 20_000 });
    await expect(expectOld).toPass({ timeout: 10_000 });
  });

  await test.step('and the working copy is brought back as a change set like any other', async () => {
    await expect(page.getByText('prod was rolled back: the next deployment would ship these again')).toBeVisible();
    await page.getByRole('button', { name: 'Bring the working copy back' }).click();
    await expect(page).toHaveURL(/\/changes\/\d+$/);
    await expect(page.getByRole('list', { name: 'Changes' })).toContainText('X-Region');
    await routes.apply(null);
    await routes.expectState('Applied');
    await page.goto(`${instance.url}/deployments?stage=prod`);
    await expect(page.getByText('Nothing to deploy')).toBeVisible();
  });
});
