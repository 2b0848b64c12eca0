import { expect, test } from '../fixtures/test';
import { RoutesPage } from '../pages/routes';

test('An operator exports the gateway, edits the document, and imports it as a change set', async ({
  console: page,
  instance,
}) => {
  const routes = new RoutesPage(page, instance.url);
  const read = async (of: string) => (await page.request.get(`${instance.url}/api/openapi?of=${of}&as=yaml`)).text();
  const exported = await read('working');
  expect(exported).toContain('x-amazon-apigateway-integration');
  expect(await read('stage:prod')).toContain('/service1');

  await test.step('what can not be read says where it is wrong', async () => {
    await page.goto(`${instance.url}/routes/import`);
    await page.getByRole('textbox', { name: 'Document' }).fill('openapi: 3.0.1\npaths: [');
    await page.getByRole('button', { name: 'Make a change set of it' }).click();
    await expect(page.getByRole('alert').first()).toBeVisible();
  });

  await test.step('an edited document is reviewed like any other change', async () => {
    const document = exported.replaceAll('storefront.backends.example.com', 'shop.backends.example.com');
    await page.getByRole('textbox', { name: 'Document' }).fill(document);
    await page.getByRole('button', { name: 'Make a change set of it' }).click();
    await expect(page).toHaveURL(/\/changes\/\d+$/, { timeout: 20_000 });
    const changes = page.getByRole('list', { name: 'Changes' });
    await expect(changes.getByRole('listitem').filter({ hasText: 'ANY /service2' }).first()).toContainText(
      'shop.backends.example.com',
    );
    await expect(page.getByRole('heading', { name: '2 changes' })).toBeVisible();
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
    await routes.expectState('Discarded');
  });
});
