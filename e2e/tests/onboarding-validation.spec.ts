import { expect, test } from '../fixtures/test';
import { OnboardingForm } from '../pages/onboarding';

test('Names are checked as AWS does, each error stands at its field, and nothing typed is lost', async ({
  console: page,
  instance,
}) => {
  const form = new OnboardingForm(page, instance.url);
  await form.open();

  await test.step('the tenant', async () => {
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page.getByText('Enter the name of the tenant.')).toBeVisible();
    await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
    await form.fillTenant({ name: 'Customer One', contactEmail: 'not an address' });
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page.getByLabel('Contact e-mail')).toHaveAttribute('aria-invalid', 'true');
    await page.getByLabel('Contact e-mail').fill('ops@one.example');
    await form.next('Hostname');
  });

  await test.step('names of ours', async () => {
    for (const [label, sentence] of [
      ['customer1', /customer1\.example\.com/],
      ['-bad', /hyphen/i],
      ['a..b', /label|empty|dot/i],
      [`${'x'.repeat(64)}`, /63/],
    ] as const) {
      await form.fillHost({ label });
      await page.getByRole('button', { name: 'Next' }).click();
      const field = page.getByLabel('Name in the zone');
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      const described = (await field.getAttribute('aria-describedby')) ?? '';
      const texts = await Promise.all(
        described
          .split(' ')
          .filter(Boolean)
          .map((id) => page.locator(`[id="${id}"]`).innerText()),
      );
      expect(texts.join(' ')).toMatch(sentence);
      await expect(field).toHaveValue(label);
    }
  });

  await test.step("the customer's own name", async () => {
    for (const hostname of ['https://shop.customer.org/', 'shop', 'co.uk', 'x.amazonaws.com', 'two words.org']) {
      await form.fillHost({ hostname });
      await page.getByRole('button', { name: 'Next' }).click();
      await expect(page.getByLabel('Hostname', { exact: true })).toHaveAttribute('aria-invalid', 'true');
    }
  });

  await test.step('what was typed is there after a reload', async () => {
    await form.fillHost({ hostname: 'shop.customer.org' });
    page.once('dialog', (dialog) => dialog.accept());
    await page.reload();
    await expect(page.getByLabel('Hostname', { exact: true })).toHaveValue('shop.customer.org');
  });
});

test('A hostname that already answers something needs to be typed once more', async ({
  console: page,
  instance,
  sandbox,
}) => {
  await sandbox.putCustomerRecord({ name: 'shop.taken.org', type: 'A', values: ['192.0.2.10'] });
  const form = new OnboardingForm(page, instance.url);
  await form.fillUpToReview({ name: 'Taken', host: { hostname: 'shop.taken.org' } });
  await expect(page.getByRole('radio', { name: /^Prepare first, cut over later/ })).toBeChecked();
  await page.getByRole('radio', { name: /^Cut over at once/ }).check();
  const confirm = page.getByLabel(/to confirm/);
  await confirm.fill('shop.taken');
  await page.getByRole('button', { name: 'Onboard tenant' }).click();
  await expect(confirm).toHaveAttribute('aria-invalid', 'true');
  await expect(page).toHaveURL(/\/tenants\/new/);
  await confirm.fill('shop.taken.org');
  await form.submit();
});
