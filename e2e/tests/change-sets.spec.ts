import { expect, expectAccessible, test } from '../fixtures/test';
import { RoutesPage } from '../pages/routes';

test('Two operators edit the same route: the second sees the conflict, and settles it', async ({
  console: page,
  instance,
}) => {
  const routes = new RoutesPage(page, instance.url);
  const setTimeoutTo = async (milliseconds: string) => {
    await routes.openRoute('/service2', 'ANY');
    await page.getByLabel('Timeout').fill(milliseconds);
    return routes.save();
  };
  await routes.beginChangeSet('Quicker storefront');
  const first = await setTimeoutTo('5000');
  await routes.beginChangeSet('Patient storefront');
  const second = await setTimeoutTo('20000');
  expect(second).toBeGreaterThan(first);

  await test.step('the first one is applied', async () => {
    await routes.openChangeSet(first);
    await routes.apply(null);
    await routes.expectState('Applied');
  });

  await test.step('the second one says what stands against it, and can not be applied', async () => {
    await routes.openChangeSet(second);
    const conflicts = page.locator('section', { has: page.getByRole('heading', { name: 'One conflict' }) });
    await expect(conflicts).toContainText('/service2');
    await expect(page.getByRole('button', { name: 'Apply…' })).toBeDisabled();
    await expectAccessible(page);
    await conflicts.getByRole('radio', { name: 'Take what this draft makes of it' }).check();
    await conflicts.getByRole('button', { name: 'Settle the conflict' }).click();
    await expect(conflicts).toHaveCount(0);
  });

  await test.step('settled, it is applied like any other, and undone again', async () => {
    await routes.apply(null);
    await routes.expectState('Applied');
    await page.getByRole('button', { name: 'Undo in the working copy' }).click();
    await routes.expectState('Draft');
  });
});

test('An invalid mapping can not be saved, and the text shows where it is wrong', async ({
  console: page,
  instance,
}) => {
  const routes = new RoutesPage(page, instance.url);
  await routes.beginChangeSet('Mistakes');
  await routes.openRoute('/service2/{proxy+}', 'ANY', 'mappings');
  const line = await routes.addMapping({ name: 'X-Tenant', source: 'Fact about the request', text: 'domainNam' });
  await expect(line.getByRole('status')).toContainText('Did you mean context.domainName?');
  await page.getByRole('button', { name: /^Save to/ }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Edit as text' }).first().click();
  const text = page.getByRole('textbox', { name: 'Mappings to the back end as text' });
  await expect(text).toHaveValue(/integration\.request\.header\.X-Tenant = context\.domainNam$/m);
  const problems = page.getByRole('list', { name: 'Problems in Mappings to the back end' });
  await expect(problems).toContainText(/Line \d+, column \d+: .*Did you mean context\.domainName\?/);
  await expectAccessible(page);

  await text.fill((await text.inputValue()).replace('context.domainNam', 'context.domainName'));
  await expect(problems.getByRole('listitem')).toHaveCount(0);
  await routes.save();
});

test('A save is taken back from the toast, a change from the review, a change set as a whole', async ({
  console: page,
  instance,
}) => {
  const routes = new RoutesPage(page, instance.url);
  await routes.beginChangeSet('To and fro');
  await routes.openRoute('/health', 'GET', 'mappings');
  await page.getByRole('button', { name: 'Ready-made' }).last().click();
  await page.getByRole('button', { name: 'Add: Security headers' }).click();
  const number = await routes.save();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(/is undone/).first()).toBeVisible();
  await routes.openChangeSet(number);
  await expect(page.getByText('Nothing changes')).toBeVisible();

  await routes.openRoute('/health', 'GET', 'mappings');
  await page.getByRole('button', { name: 'Ready-made' }).last().click();
  await page.getByRole('button', { name: 'Add: Security headers' }).click();
  await routes.save();
  await routes.openChangeSet(number);
  const changes = page.getByRole('list', { name: 'Changes' });
  await expect(changes).toContainText('X-Frame-Options');
  const takeBack = changes.getByRole('button', { name: /^Take back: .*X-Frame-Options is now/ });
  await takeBack.click();
  await expect(page.getByText('Taken back.').first()).toBeVisible();
  // Discarding a review older than the change set is refused, so wait for the one read anew.
  await expect(takeBack).toHaveCount(0);

  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
  await routes.expectState('Discarded');
});
