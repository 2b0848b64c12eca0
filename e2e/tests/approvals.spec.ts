import { join } from '../fixtures/people';
import { expect, expectAccessible, test } from '../fixtures/test';
import { RoutesPage } from '../pages/routes';

test('A change set for a protected stage is approved by a second person; an edit makes the approval void', async ({
  console: admin,
  instance,
  browser,
}) => {
  const { url } = instance;
  const author = await join(browser, admin, url, { email: 'anna@example.org', role: 'operator' });
  const second = await join(browser, admin, url, { email: 'bert@example.org', role: 'operator' });
  const routes = new RoutesPage(author, url);
  const setTimeoutTo = async (milliseconds: string) => {
    await routes.openRoute('/service1', 'ANY');
    await author.getByLabel('Timeout').fill(milliseconds);
    return routes.save();
  };

  await test.step('an administrator protects the stage', async () => {
    await admin.goto(`${url}/settings/stages`);
    await admin.getByLabel('What prod serves next').selectOption({ label: 'needs an operator or administrator' });
    await admin.getByRole('listitem').filter({ hasText: 'prod' }).getByRole('button', { name: 'Save' }).click();
    await expect(admin.getByText('prod serves only what was approved from now on.').first()).toBeVisible();
    await expectAccessible(admin);
  });

  let number = 0;
  const card = (page: typeof author) =>
    page.locator('section', { has: page.getByRole('heading', { name: 'Approvals' }) });

  await test.step('its author asks for approval and can not give it', async () => {
    await routes.beginChangeSet('Needs four eyes');
    number = await setTimeoutTo('7300');
    await routes.openChangeSet(number);
    await author.getByRole('button', { name: 'Apply…' }).click();
    await expect(author.getByRole('radio', { name: 'Deploy to prod' })).toBeDisabled();
    await author.getByRole('button', { name: 'Cancel' }).click();
    await author.getByRole('button', { name: 'Ask for approval' }).click();
    await author.getByRole('dialog').getByLabel('Comment').fill('Customers wait too long');
    await author.getByRole('dialog').getByRole('button', { name: 'Ask' }).click();
    await expect(card(author)).toContainText('Waiting for approval');
    await expect(author.getByRole('button', { name: 'Approve' })).toHaveCount(0);
    await expectAccessible(author);
  });

  await test.step('a second person finds it on the overview and approves', async () => {
    await second.goto(`${url}/overview`);
    await expect(second.getByText('A change set waits for your approval')).toBeVisible();
    await expect(second.getByRole('link', { name: 'Changes 1 waiting for your approval' })).toBeVisible();
    await second.getByRole('link', { name: 'Look at it' }).click();
    await expect(card(second)).toContainText('Customers wait too long');
    await second.getByRole('button', { name: 'Approve' }).click();
    await expectAccessible(second);
    await second.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await expect(card(second)).toContainText('Approved');
  });

  await test.step('an edit afterwards makes it void', async () => {
    await setTimeoutTo('7400');
    await routes.openChangeSet(number);
    await expect(card(author)).toContainText('for an earlier version');
    await author.getByRole('button', { name: 'Apply…' }).click();
    await expect(author.getByRole('radio', { name: 'Deploy to prod' })).toBeDisabled();
    await author.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('approved again it is applied and deployed', async () => {
    await author.getByRole('button', { name: 'Ask for approval' }).click();
    await author.getByRole('dialog').getByRole('button', { name: 'Ask' }).click();
    await expect(card(author)).toContainText('Waiting for approval');
    await second.goto(`${url}/changes?show=waiting`);
    await second.getByRole('link', { name: /Needs four eyes/ }).click();
    await second.getByRole('button', { name: 'Approve' }).click();
    await second.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await expect(card(second)).toContainText('has approved exactly this for prod');
    await routes.openChangeSet(number);
    await routes.apply('prod');
    await routes.expectState('Applied');
    await expect(author.getByText('Applied and deployed to prod')).toBeVisible();
  });

  await test.step('the stage is let go again', async () => {
    await admin.goto(`${url}/settings/stages`);
    await admin.getByLabel('What prod serves next').selectOption({ label: 'needs no approval' });
    await admin.getByRole('listitem').filter({ hasText: 'prod' }).getByRole('button', { name: 'Save' }).click();
    await expect(admin.getByText("prod needs nobody's approval now.").first()).toBeVisible();
  });
});
