import { expect, expectAccessible, test } from '../fixtures/test';

// The longest file by far: both workers take from it.
test.describe.configure({ mode: 'parallel' });

const pages = [
  ['/overview', 'Overview'],
  ['/overview?view=table', 'Overview'],
  ['/tenants', 'Tenants'],
  ['/tenants/new', 'Onboard tenant'],
  ['/tenants/import', 'Onboard from a file'],
  ['/tenants/batches', 'Batches'],
  ['/tenants/unowned', 'Unowned'],
  ['/tenants/removals', 'Removals'],
  ['/tenants/customer1', 'Customer One'],
  ['/routes', 'Routes'],
  ['/routes/edit?path=/service1/{proxy%2B}&verb=ANY', '/service1/{proxy+}'],
  ['/routes/edit?path=/service1/{proxy%2B}&verb=ANY&tab=mappings', '/service1/{proxy+}'],
  ['/routes/edit?path=/orders&verb=GET', '/orders'],
  ['/routes/new', 'Add route'],
  ['/routes/shared', 'Shared parts'],
  ['/routes/settings', 'API settings'],
  ['/routes/mappings', 'One mapping for many routes'],
  ['/routes/import', 'Import an OpenAPI document'],
  ['/changes', 'Changes'],
  ['/deployments', 'Deployments'],
  ['/deployments/compare', 'Compare'],
  ['/explain', 'Explain a request'],
  ['/explain?method=GET&url=https://customer1.example.com/service1/orders', 'Explain a request'],
  ['/certificates', 'Certificates'],
  ['/certificates/new', 'Request certificate'],
  ['/certificates/import', 'Import certificate'],
  ['/audit', 'Audit log'],
  ['/settings/connection', 'Connection'],
  ['/settings/users', 'Users'],
  ['/settings/permissions', 'Permissions'],
  ['/settings/stages', 'Approvals'],
  ['/settings/sign-in', 'Sign-in'],
  ['/settings/domains', 'Domains'],
  ['/account', 'Your account'],
  ['/settings/audit', 'Audit log'],
  ['/sandbox', 'Sandbox'],
] as const;

for (const [path, title] of pages) {
  test(`${path} is accessible in both themes and fits every width`, async ({ console: page, instance }) => {
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(instance.url + path);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    for (const width of [1440, 1024, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `sideways scrolling at ${width} px`).toBeLessThanOrEqual(0);
      if (width !== 1024) await expectAccessible(page);
    }
    expect(errors).toEqual([]);
    expect([...hosts]).toEqual([new URL(instance.url).host]);
  });
}

test('The overview shows the shared gateway, and its table is the same in words', async ({
  console: page,
  instance,
}) => {
  // However many tenants others have onboarded: from 13 domains on the picture groups them.
  await page.goto(`${instance.url}/overview?q=customer1`);
  await expect(page.getByText('customer1.example.com').first()).toBeVisible();
  await page.goto(`${instance.url}/overview?view=table&q=customer1`);
  for (const text of ['customer1.example.com', 'prod', '/service1', '/service2', '/docs']) {
    await expect(page.getByRole('table').getByText(text).first()).toBeVisible();
  }
});

test('An unknown tenant and an unknown page say so', async ({ console: page, instance }) => {
  for (const path of ['/tenants/nobody', '/nowhere']) {
    const answer = await page.goto(instance.url + path);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
  }
});
