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

test('Many wrong passwords close the door for a while', async ({ page, instance }) => {
  await page.goto(`${instance.url}/sign-in`);
  for (let tries = 0; tries < 7; tries += 1) {
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

test('Nothing but health and sign-in answers without a session', async ({ instance }) => {
  const health = await fetch(`${instance.url}/api/health`);
  expect(health.status).toBe(200);
  expect(await health.json()).toMatchObject({ status: 'ok', target: 'sandbox', database: 'ok', worker: 'ok' });
  for (const path of ['/overview', '/tenants', '/tenants/new', '/tenants/customer1', '/certificates', '/audit']) {
    const answer = await fetch(instance.url + path, { redirect: 'manual' });
    expect(answer.status, path).toBeGreaterThanOrEqual(300);
    expect(await answer.text(), path).not.toContain('customer1.example.com');
  }
  const status = await fetch(`${instance.url}/api/tenants/customer1/status`);
  expect(status.status).toBe(401);
});
