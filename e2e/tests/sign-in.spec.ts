import { administrator } from '../fixtures/instance';
import { signIn } from '../fixtures/sign-in';
import { expect, expectAccessible, test } from '../fixtures/test';

test('Pages send a stranger to the sign-in page and come back to where he wanted to go', async ({ page, instance }) => {
  await page.goto(`${instance.url}/certificates`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel('Email').fill(administrator.email.toUpperCase());
  await page.getByLabel('Password').fill(administrator.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Certificates' })).toBeVisible();
});

test('A wrong password and an unknown account get the same answer, and the address stays in the form', async ({
  page,
  instance,
}) => {
  await page.goto(`${instance.url}/sign-in`);
  await expectAccessible(page);
  const answers: string[] = [];
  for (const email of [administrator.email, 'nobody@example.org']) {
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    const alert = page.getByRole('alert').filter({ hasText: /\w/ }).first();
    await expect(alert).toBeVisible();
    answers.push(await alert.innerText());
    await expect(page.getByLabel('Email')).toHaveValue(email);
    await expect(page.getByLabel('Password')).toHaveValue('');
  }
  expect(answers[0]).toBe(answers[1]);
});

test('Empty fields are pointed out at the fields', async ({ page, instance }) => {
  await page.goto(`${instance.url}/sign-in`);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByLabel('Email')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Password')).toHaveAttribute('aria-invalid', 'true');
});

test('Many wrong passwords close the door for a while, whatever address the client claims', async ({
  page,
  instance,
}) => {
  await page.goto(`${instance.url}/sign-in`);
  for (let tries = 0; tries < 7; tries += 1) {
    await page.setExtraHTTPHeaders({ 'x-forwarded-for': `203.0.113.${tries}` });
    await page.getByLabel('Email').fill('target@example.org');
    await page.getByLabel('Password').fill(`guess ${tries}`);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByLabel('Password')).toHaveValue('');
  }
  await expect(page.getByText(/too many/i).first()).toBeVisible();
});

test('Signing out ends the session', async ({ page, instance }) => {
  await signIn(page, instance.url);
  await page
    .getByRole('button', { name: /account|user|ada/i })
    .first()
    .click();
  await page
    .getByRole('button', { name: 'Sign out' })
    .or(page.getByRole('menuitem', { name: 'Sign out' }))
    .click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto(`${instance.url}/tenants`);
  await expect(page).toHaveURL(/\/sign-in/);
});

test('Every answer tells the browser to trust nothing but this server', async ({ instance }) => {
  for (const path of ['/sign-in', '/overview', '/api/health', '/nowhere']) {
    const { headers } = await fetch(instance.url + path, { redirect: 'manual' });
    expect(headers.get('content-security-policy'), path).toMatch(/default-src '(self|none)';.*frame-ancestors 'none'/);
    expect(headers.get('content-security-policy'), path).not.toContain('unsafe-eval');
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    expect(headers.get('x-frame-options'), path).toBe('DENY');
    expect(headers.get('referrer-policy'), path).toBe('same-origin');
    expect(headers.get('x-powered-by'), path).toBeNull();
  }
});

test('A form of another site can not act in the name of who is signed in', async ({ page, instance }) => {
  await signIn(page, instance.url);
  const cookies = await page.context().cookies();
  const session = cookies.find(({ name }) => name === 'next-auth.session-token');
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  await page.goto(`${instance.url}/tenants/customer1`);
  const asked = page.waitForRequest((request) => request.headers()['next-action'] !== undefined);
  await page.getByRole('button', { name: 'Check now: customer1.example.com' }).click();
  const request = await asked;
  const repeatFrom = (origin: string) =>
    fetch(request.url(), {
      method: 'POST',
      headers: {
        'next-action': request.headers()['next-action'] ?? '',
        'content-type': request.headers()['content-type'] ?? '',
        cookie: `${session?.name}=${session?.value}`,
        origin,
      },
      body: new Uint8Array(request.postDataBuffer() ?? []),
    });
  expect((await repeatFrom(instance.url)).status).toBe(200);
  expect((await repeatFrom('https://evil.example')).status).toBe(403);
});

test('Nothing but health and sign-in answers without a session', async ({ instance }) => {
  const health = await fetch(`${instance.url}/api/health`);
  expect(health.status).toBe(200);
  expect(await health.json()).toMatchObject({ status: 'ok', target: 'sandbox', database: 'ok', worker: 'ok' });
  for (const path of ['/overview', '/tenants', '/tenants/new', '/tenants/customer1', '/certificates', '/audit']) {
    const answer = await fetch(instance.url + path, { redirect: 'manual' });
    expect(answer.status, path).toBeGreaterThanOrEqual(300);
    expect(await answer.text(), path).not.toContain('customer1.example.com');
  }
  for (const path of ['/api/tenants/customer1/status', '/api/search?q=customer']) {
    expect((await fetch(instance.url + path)).status, path).toBe(401);
  }
});
