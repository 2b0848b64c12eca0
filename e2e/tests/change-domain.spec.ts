import { expect, expectAccessible, test } from '../fixtures/test';
import { OnboardingForm } from '../pages/onboarding';
import { TenantPage } from '../pages/tenant';

test('An operator gives a domain to another tenant, and changes its hostname: the new one first, the old one after', async ({
  console: page,
  instance,
}) => {
  const form = new OnboardingForm(page, instance.url);
  const tenant = new TenantPage(page);
  const [old, fresh] = ['leaf.example.com', 'branch.example.com'];
  const dialog = page.getByRole('dialog');

  await form.fillUpToReview({ name: 'Leaf Ltd', host: { label: 'leaf' } });
  await form.submit();
  await tenant.expectHeadline(old, 'Live', 60_000);

  await test.step('it moves to a tenant that is searched for, and goes on serving', async () => {
    await tenant.domain(old).getByRole('button', { name: 'Move to another tenant' }).click();
    const picker = dialog.getByRole('combobox', { name: 'The other tenant' });
    await expect(dialog.getByRole('option', { name: /Leaf Ltd/ })).toHaveCount(0);
    await picker.fill('customer one');
    await expect(dialog.getByRole('option')).toHaveText([/Customer One/]);
    await expectAccessible(page);
    await picker.press('Enter');
    await expect(picker).toHaveAccessibleDescription('Its slug is customer1.');
    await dialog.getByRole('button', { name: 'Move' }).click();
    await expect(page).toHaveURL(/\/tenants\/customer1#leaf\.example\.com$/);
    await tenant.expectHeadline(old, 'Live');
  });

  await test.step('another hostname is made, and both serve', async () => {
    await tenant.domain(old).getByRole('button', { name: 'Change hostname' }).click();
    await dialog.getByLabel('New hostname').fill(fresh);
    await dialog.getByRole('button', { name: 'Make the new hostname' }).click();
    await tenant.expectHeadline(fresh, 'Live', 60_000);
    await tenant.expectHeadline(old, 'Live');
    await expect(tenant.domain(fresh).getByText(`Takes the place of ${old}`)).toBeVisible();
  });

  await test.step('only then the old one is removed, by its name', async () => {
    await page.reload();
    await tenant.domain(old).getByRole('button', { name: 'Remove the old hostname' }).click();
    await dialog.getByRole('textbox').fill(old);
    await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(tenant.domain(old)).toHaveCount(0, { timeout: 60_000 });
    await tenant.expectHeadline(fresh, 'Live');
  });

  await test.step('what is left is removed, for the tests that come after', async () => {
    await tenant.domain(fresh).getByRole('button', { name: 'Remove domain' }).click();
    await dialog.getByRole('textbox').fill(fresh);
    await dialog.getByRole('button', { name: 'Remove domain' }).click();
    await expect(page).toHaveURL(/\/tenants\/removals\//, { timeout: 20_000 });
    await expect(page.getByText('Nothing of it is left')).toBeVisible({ timeout: 60_000 });
  });
});
