import { type Browser, test as base, expect, type Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { Instance } from '../fixtures/instance';
import { signIn } from '../fixtures/sign-in';
import { expectAccessible } from '../fixtures/test';

/** A Gatehouse whose first password was generated and printed. */
const test = base.extend<object, { instance: Instance }>({
  instance: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright demands the pattern.
    async ({}, use) => {
      const env = { GATEHOUSE_ADMIN_EMAIL: '', GATEHOUSE_ADMIN_PASSWORD: '' };
      const instance = await Instance.create(env, { empty: true });
      await instance.start();
      await use(instance);
      await instance.dispose();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});
test.describe.configure({ mode: 'serial' });

const who = { email: 'admin@gatehouse.local', password: 'eleven blue umbrellas' };

async function typePassword(page: Page, url: string, password: string) {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('Email').fill(who.email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function typeNewPassword(page: Page, current: string, next: string) {
  await page.getByLabel('Current password').fill(current);
  await page.getByLabel('New password', { exact: true }).fill(next);
  await page.getByLabel('New password, once more').fill(next);
  await page.getByRole('button', { name: 'Change password' }).click();
}

async function otherBrowser(browser: Browser, url: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, url, who);
  return page;
}

test('The printed first password opens nothing but the page that changes it', async ({ page, instance }) => {
  const printed = /First sign-in: \S+ \/ (\S+)/.exec(instance.output)?.[1] ?? '';
  await typePassword(page, instance.url, printed);
  await expect(page.getByRole('heading', { name: 'Choose your own password' })).toBeVisible();
  await expectAccessible(page);
  for (const path of ['/overview', '/tenants', '/account']) {
    await page.goto(instance.url + path);
    await expect(page).toHaveURL(/\/account\/password$/);
  }
  expect((await page.request.get(`${instance.url}/api/search?q=a`)).status()).toBe(403);
  await typeNewPassword(page, printed, 'Password1234!');
  await expect(page.getByText('guessed first, with digits')).toBeVisible();
  await typeNewPassword(page, printed, who.password);
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
});

test('A session that is ended from another browser is out at its next click', async ({ page, browser, instance }) => {
  const other = await otherBrowser(browser, instance.url);
  await signIn(page, instance.url, who);
  await page.goto(`${instance.url}/account`);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'End all others' }).click();
  await expect(page.getByText(/other sessions? ended/)).toBeVisible();
  await other.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Tenants' }).click();
  await expect(other).toHaveURL(/\/sign-in/);
  await page.reload();
  await expect(page.getByText('This session')).toBeVisible();
});

test('A cookie that was copied is worth nothing after signing out', async ({ page, browser, instance }) => {
  await signIn(page, instance.url, who);
  const cookies = await page.context().cookies();
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  const thief = await browser.newContext();
  await thief.addCookies(cookies);
  const stolen = await thief.newPage();
  await stolen.goto(`${instance.url}/overview`);
  await expect(stolen).toHaveURL(/\/sign-in/);
});

test('A second factor is asked for, and a recovery code stands in for it once', async ({ page, browser, instance }) => {
  await signIn(page, instance.url, who);
  await page.goto(`${instance.url}/account/second-factor`);
  await expectAccessible(page);
  const secret = (await page.locator('code').first().innerText()).replace(/\s/g, '');
  const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  await page.getByRole('textbox', { name: 'Code' }).fill(code());
  await page.getByRole('button', { name: 'Turn on' }).click();
  const recoveryCodes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  const recovery = await recoveryCodes.first().innerText();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'I have kept them' }).click();
  await expect(page.getByText('10 of 10 recovery codes left')).toBeVisible();

  const enter = async (typed: string) => {
    const fresh = await (await browser.newContext()).newPage();
    await typePassword(fresh, instance.url, who.password);
    await expect(fresh.getByRole('heading', { name: 'Second factor' })).toBeVisible();
    await fresh.goto(`${instance.url}/overview`);
    await expect(fresh).toHaveURL(/\/sign-in/);
    await fresh.goto(`${instance.url}/sign-in/code`);
    await fresh.getByRole('textbox', { name: 'Code' }).fill(typed);
    await fresh.getByRole('button', { name: 'Sign in' }).click();
    return fresh;
  };
  const first = await enter(recovery);
  await expect(first.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  const second = await enter(recovery);
  await expect(second.getByText('This code does not work').first()).toBeVisible();
  await expectAccessible(second);
  await page.reload();
  await expect(page.getByText('9 of 10 recovery codes left')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page.getByText('You are signed out everywhere.')).toBeVisible();
  await first.reload();
  await expect(first).toHaveURL(/\/sign-in/);
});
