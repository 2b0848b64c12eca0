import { test as base, expect, type Page } from '@playwright/test';
import { Instance } from '../fixtures/instance';
import { client, IdentityProvider, type Tamper } from '../fixtures/oidc';
import { signIn } from '../fixtures/sign-in';
import { expectAccessible } from '../fixtures/test';

/** A Gatehouse that trusts a real OpenID Connect provider; the group `gateway-ops` stands for operators. */
const test = base.extend<object, { world: { instance: Instance; idp: IdentityProvider } }>({
  world: [
    async ({ browser }, use) => {
      const known: { instance?: Instance } = {};
      const idp = await IdentityProvider.start(() => known.instance?.url ?? '');
      const instance = await Instance.create({
        GATEHOUSE_OIDC_ISSUER: idp.url,
        GATEHOUSE_OIDC_CLIENT_ID: client.id,
        GATEHOUSE_OIDC_CLIENT_SECRET: client.secret,
        GATEHOUSE_OIDC_NAME: client.name,
      });
      known.instance = instance;
      await instance.start();
      const page = await (await browser.newContext()).newPage();
      await signIn(page, instance.url);
      await page.goto(`${instance.url}/settings/sign-in`);
      await page.getByRole('button', { name: 'Add a line' }).click();
      await page.getByLabel('Value of the claim, line 1').fill('gateway-ops');
      await page.getByLabel('Role, line 1').selectOption('operator');
      await page.getByRole('button', { name: 'Save roles' }).click();
      await expect(page.getByText("It counts from everybody's next sign-in on.")).toBeVisible();
      await expectAccessible(page);
      await page.context().close();
      await use({ instance, idp });
      await instance.dispose();
      await idp.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});

test.afterEach(({ world: { idp } }) => {
  idp.tamper = null;
  idp.revokeCodes = false;
});

function person(idp: IdentityProvider, sub: string, rest: object = {}) {
  idp.people.set(sub, {
    sub,
    email: `${sub}@example.com`,
    email_verified: true,
    name: `${sub} of Example`,
    groups: ['everyone', 'gateway-ops'],
    ...rest,
  });
}

async function comeFromProvider(page: Page, url: string, who: string) {
  await page.goto(`${url}/sign-in?next=%2Faccount`);
  await page.getByRole('button', { name: `Continue with ${client.name}` }).click();
  await page.getByLabel('Who').fill(who);
  await page.getByRole('button', { name: 'Sign in there' }).click();
}

const inside = (page: Page) => expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();

test('Somebody of the identity provider signs in, has the role of the group, and signs out there, too', async ({
  page,
  world: { instance, idp },
}) => {
  person(idp, 'paula');
  const asked = page.waitForRequest((request) => request.url().startsWith(`${idp.url}/auth`));
  await comeFromProvider(page, instance.url, 'paula');
  const parameters = new URL((await asked).url()).searchParams;
  expect(Object.fromEntries(parameters)).toMatchObject({ response_type: 'code', code_challenge_method: 'S256' });
  for (const name of ['code_challenge', 'state', 'nonce']) expect(parameters.get(name), name).toBeTruthy();
  await inside(page);
  const main = page.getByRole('main');
  await expect(main.getByText('paula@example.com')).toBeVisible();
  await expect(main.getByText('operator', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('button', { name: 'Yes, sign me out' }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  await page.goto(`${instance.url}/account`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
});

test('A session that the provider ends is over at the next click', async ({
  page,
  context,
  world: { instance, idp },
}) => {
  person(idp, 'rita');
  await comeFromProvider(page, instance.url, 'rita');
  await inside(page);
  // Signs out at the provider, as another of its applications would do; the provider then tells this console.
  const told = await context.newPage();
  await told.goto(`${idp.url}/session/end`);
  await told.getByRole('button', { name: 'Yes, sign me out' }).click();
  await expect(async () => {
    await page.goto(`${instance.url}/tenants`);
    await expect(page).toHaveURL(/\/sign-in/, { timeout: 1_000 });
  }).toPass();
});

const now = () => Math.floor(Date.now() / 1000);
const refusals: [string, Tamper, RegExp][] = [
  ['for another application', (claims) => ({ ...claims, aud: 'another' }), /meant for another application/],
  ['of another issuer', (claims) => ({ ...claims, iss: 'https://elsewhere.example' }), /another identity provider/],
  [
    'expired by more than clocks may differ',
    (claims) => ({ ...claims, iat: now() - 90, exp: now() - 30 }),
    /had expired/,
  ],
  ['from the future', (claims) => ({ ...claims, iat: now() + 120, exp: now() + 900 }), /comes from the future/],
  ['not valid yet', (claims) => ({ ...claims, nbf: now() + 120 }), /comes from the future/],
  ['of another sign-in', (claims) => ({ ...claims, nonce: 'another' }), /not begun in this browser/],
];

for (const [what, tamper, sentence] of refusals) {
  test(`An ID token ${what} signs nobody in`, async ({ page, world: { instance, idp } }) => {
    person(idp, 'tom');
    idp.tamper = tamper;
    await comeFromProvider(page, instance.url, 'tom');
    await expect(page.getByText(sentence)).toBeVisible();
    expect(page.url()).not.toContain('error=');
    await page.goto(`${instance.url}/account`);
    await expect(page).toHaveURL(/\/sign-in\?next=/);
  });
}

for (const [what, tamper] of [
  ['behind', (claims) => ({ ...claims, iat: now() - 65, exp: now() - 5 })],
  ['ahead', (claims) => ({ ...claims, iat: now() + 40, exp: now() + 900 })],
] as [string, Tamper][]) {
  test(`A provider's clock may be a little ${what}`, async ({ page, world: { instance, idp } }) => {
    person(idp, 'uma');
    idp.tamper = tamper;
    await comeFromProvider(page, instance.url, 'uma');
    await inside(page);
  });
}

test('A sign-in that the provider takes back, or that is cancelled there, signs nobody in', async ({
  page,
  world: { instance, idp },
}) => {
  person(idp, 'vera');
  idp.revokeCodes = true;
  await comeFromProvider(page, instance.url, 'vera');
  await expect(page.getByText('has taken this sign-in back')).toBeVisible();
  await page.context().clearCookies();
  await page.goto(`${instance.url}/sign-in`);
  await page.getByRole('button', { name: `Continue with ${client.name}` }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('did not sign you in')).toBeVisible();
  await expectAccessible(page);
});

test('Who has no group of the mapping, or the address of a local account, is told so', async ({
  page,
  world: { instance, idp },
}) => {
  person(idp, 'nina', { groups: ['everyone'] });
  await comeFromProvider(page, instance.url, 'nina');
  await expect(page.getByText('You have no role in this console.')).toBeVisible();
  await page.context().clearCookies();
  person(idp, 'eve', { email: 'ada@example.org' });
  await comeFromProvider(page, instance.url, 'eve');
  await expect(page.getByText('There is an account with your address already')).toBeVisible();
});
