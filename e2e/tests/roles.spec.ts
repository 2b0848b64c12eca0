import { actionCall, join, replay } from '../fixtures/people';
import { expect, expectAccessible, test } from '../fixtures/test';

test('Each role sees and does what it may, by the pages and by direct requests', async ({
  console: admin,
  instance,
  browser,
}) => {
  const { url } = instance;
  const viewer = await join(browser, admin, url, { email: 'vera@example.org', role: 'viewer' });
  const stranger = await join(browser, admin, url, { email: 'otto@example.org', role: 'operator', tenants: [] });
  const owner = await join(browser, admin, url, {
    email: 'cora@example.org',
    role: 'operator',
    tenants: ['customer1'],
  });

  await test.step('the list of users tells role and limits', async () => {
    await admin.goto(`${url}/settings/users`);
    const row = admin.getByRole('row', { name: /cora/ });
    await expect(row).toContainText('operator');
    await expect(row).toContainText('the tenant customer1');
    await expectAccessible(admin);
    await row.getByRole('link', { name: 'cora' }).click();
    await expect(admin.getByRole('heading', { level: 1, name: 'cora' })).toBeVisible();
    await expectAccessible(admin);
  });

  await test.step('a viewer looks, and finds no buttons', async () => {
    await viewer.goto(`${url}/tenants/customer1`);
    await expect(viewer.getByRole('heading', { level: 1, name: 'Customer One' })).toBeVisible();
    await expect(viewer.getByRole('button', { name: /Check now/ })).toHaveCount(0);
    await viewer.goto(`${url}/settings/users`);
    await expect(viewer.getByText('Only an administrator may do this; you are a viewer.')).toBeVisible();
    await viewer.goto(`${url}/settings/permissions`);
    await expect(viewer.getByText('What you may do')).toBeVisible();
    await expectAccessible(viewer);
  });

  await test.step('who deals with no tenant sees none, and none by its address', async () => {
    await stranger.goto(`${url}/tenants`);
    await expect(stranger.getByText('customer1.example.com')).toHaveCount(0);
    await stranger.goto(`${url}/tenants/customer1`);
    await expect(stranger.getByText('Customer One')).toHaveCount(0);
    await stranger.goto(`${url}/overview`);
    await expect(stranger.getByText('customer1')).toHaveCount(0);
  });

  await test.step('who deals with one tenant works on it, and only looks at what all share', async () => {
    await owner.goto(`${url}/routes`);
    await expect(owner.getByText('You can look at routes, not change them')).toBeVisible();
    await expect(owner.getByRole('link', { name: 'Add route' })).toHaveCount(0);
    await owner.goto(`${url}/tenants/customer1`);
    await expect(owner.getByRole('button', { name: /Check now/ }).first()).toBeVisible();
  });

  await test.step('the same calls without the pages are refused', async () => {
    await admin.goto(`${url}/tenants/customer1`);
    const call = await actionCall(admin, () =>
      admin
        .getByRole('button', { name: /Check now/ })
        .first()
        .click(),
    );
    expect(await replay(owner, call)).toContain('is being checked');
    expect(await replay(viewer, call)).toContain('Only an operator may do this');
    expect(await replay(stranger, call)).toContain('You are limited to no tenant at all');
    const status = `${url}/api/tenants/customer1/status`;
    expect((await owner.request.get(status)).status()).toBe(200);
    expect((await stranger.request.get(status)).status()).toBe(403);
    expect(await (await stranger.request.get(`${url}/api/search?q=customer`)).text()).not.toContain('customer1');
    const visitor = await (await browser.newContext()).newPage();
    expect((await visitor.request.get(status)).status()).toBe(401);
    expect(await replay(visitor, call)).toContain('Your session has ended');
  });

  await test.step('refusals stand in the log', async () => {
    await admin.goto(`${url}/audit?action=user.action-refused`);
    for (const name of ['vera@example.org', 'otto@example.org']) {
      await expect(admin.getByText(name).first()).toBeVisible();
    }
  });

  await test.step('who is limited to another tenant is told that there is no such thing', async () => {
    await admin.goto(`${url}/tenants/customer1`);
    const call = await actionCall(admin, () =>
      admin
        .getByRole('button', { name: /Check now/ })
        .first()
        .click(),
    );
    await admin.goto(`${url}/settings/users`);
    await admin.getByRole('link', { name: 'cora' }).click();
    await admin.getByRole('button', { name: 'Change' }).click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByRole('radio', { name: /^viewer/ }).check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toHaveCount(0);
    // Her session ended with the change.
    expect(await replay(owner, call)).toContain('Your session has ended');
    await owner.goto(`${url}/overview`);
    await expect(owner).toHaveURL(/sign-in/);
  });

  await test.step('nobody changes their own role, and the last administrator stays', async () => {
    await admin.goto(`${url}/settings/users`);
    await admin.getByRole('row', { name: /you/ }).getByRole('link').click();
    await expect(admin.getByText('Nobody changes their own: another administrator can.')).toBeVisible();
    await expect(admin.getByRole('button', { name: 'Disable' })).toHaveCount(0);
  });
});
