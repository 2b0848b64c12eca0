import { actionCall, join, replay } from '../fixtures/people';
import { expect, expectAccessible, test } from '../fixtures/test';
import { OnboardingForm } from '../pages/onboarding';
import { TenantPage } from '../pages/tenant';

test('Each role sees and does what it may, by the pages and by direct requests', async ({
  console: admin,
  instance,
  browser,
}) => {
  const { url } = instance;
  const form = new OnboardingForm(admin, url);
  await form.fillUpToReview({ name: 'Neighbour', host: { label: 'neighbour' } });
  await form.submit();
  const viewer = await join(browser, admin, url, { email: 'vera@example.org', role: 'viewer' });
  const stranger = await join(browser, admin, url, {
    email: 'otto@example.org',
    role: 'operator',
    tenants: ['neighbour'],
  });
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

  await test.step("who deals with another tenant sees that one only, and others' addresses lead nowhere", async () => {
    await stranger.goto(`${url}/tenants`);
    await expect(stranger.getByText('neighbour.example.com')).toBeVisible();
    await expect(stranger.getByText('customer1')).toHaveCount(0);
    await stranger.goto(`${url}/overview`);
    await expect(stranger.getByText('neighbour.example.com').first()).toBeVisible();
    await expect(stranger.getByText('customer1')).toHaveCount(0);
    const visit = async (slug: string) => {
      const answer = await stranger.goto(`${url}/tenants/${slug}`);
      await expect(stranger.getByText('Customer One')).toHaveCount(0);
      return [answer?.status(), await stranger.title(), await stranger.getByRole('main').innerText()];
    };
    const nowhere = await visit('nobody');
    expect(nowhere[0]).toBe(404);
    expect(await visit('customer1')).toEqual(nowhere);
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
    const hidden = await replay(stranger, call);
    expect(hidden).toContain('This domain is gone.');
    expect(hidden).not.toContain('customer1');
    const status = (page: typeof owner, slug = 'customer1') => page.request.get(`${url}/api/tenants/${slug}/status`);
    expect((await status(owner)).status()).toBe(200);
    expect((await status(stranger, 'neighbour')).status()).toBe(200);
    const [theirs, nobodys] = [await status(stranger), await status(stranger, 'nobody')];
    expect([theirs.status(), nobodys.status()]).toEqual([404, 404]);
    expect((await theirs.text()).replace('customer1', 'nobody')).toBe(await nobodys.text());
    expect(await (await stranger.request.get(`${url}/api/search?q=customer`)).text()).not.toContain('customer1');
    const visitor = await (await browser.newContext()).newPage();
    expect((await status(visitor)).status()).toBe(401);
    expect(await replay(visitor, call)).toContain('Your session has ended');
  });

  await test.step('refusals stand in the log', async () => {
    await admin.goto(`${url}/audit?action=user.action-refused`);
    for (const name of ['vera@example.org', 'otto@example.org']) {
      await expect(admin.getByRole('list', { name: 'Audit log' }).getByText(name).first()).toBeVisible();
    }
    // But not in the part of the log that is theirs: there it would say whose the domain is.
    await stranger.goto(`${url}/audit?action=user.action-refused`);
    await expect(stranger.getByRole('heading', { level: 1, name: 'Audit log' })).toBeVisible();
    await expect(stranger.getByText('customer1')).toHaveCount(0);
  });

  await test.step('another role ends the sessions, also for calls that lie ready', async () => {
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

  await admin.goto(`${url}/tenants/neighbour`);
  await new TenantPage(admin).remove('neighbour');
  await expect(admin.getByRole('dialog')).toHaveCount(0);
});
