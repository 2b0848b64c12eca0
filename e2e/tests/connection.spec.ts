import { test as base } from '@playwright/test';
import { Instance } from '../fixtures/instance';
import { SandboxControl } from '../fixtures/sandbox';
import { signIn } from '../fixtures/sign-in';
import { expect, expectAccessible, fastDials } from '../fixtures/test';
import { OnboardingForm } from '../pages/onboarding';
import { TenantPage } from '../pages/tenant';

base.describe.configure({ mode: 'parallel' });

async function withInstance(env: Record<string, string>, run: (instance: Instance) => Promise<void>) {
  const instance = await Instance.create(env);
  try {
    await instance.start();
    await run(instance);
  } finally {
    await instance.dispose();
  }
}

base(
  'An administrator sees what is missing, confirms the account, and only then is anything changed',
  async ({ page }) => {
    base.setTimeout(300_000);
    await withInstance({ GATEHOUSE_CONFIRM_MUTATIONS: '1' }, async (instance) => {
      const sandbox = new SandboxControl(instance);
      await sandbox.setDials(fastDials);
      await signIn(page, instance.url);
      const waiting = page.getByText(/Waiting for confirmation: nothing is changed in AWS account 1234-5678-9012/);

      await base.step('a new tenant waits, and says for what', async () => {
        await expect(waiting).toBeVisible();
        const form = new OnboardingForm(page, instance.url);
        await form.fillUpToReview({ name: 'Acme', host: { label: 'acme' } });
        await form.submit();
        const domain = new TenantPage(page).domain('acme.example.com');
        await expect(domain.getByText('Needs operator').first()).toBeVisible({ timeout: 30_000 });
        await expect(domain.getByText(/until an administrator has confirmed/).first()).toBeVisible();
      });

      await base.step('the preflight names exactly what is denied, and what will not work', async () => {
        const Action = ['lambda:ListFunctions', 'apigateway:DELETE'];
        await sandbox.putPolicy([
          { Effect: 'Allow', Action: '*', Resource: '*' },
          { Effect: 'Deny', Action: Action[0], Resource: '*' },
          { Effect: 'Deny', Action: Action[1], Resource: 'arn:aws:apigateway:*::/restapis/*/resources/*/methods/GET' },
        ]);
        await page.goto(`${instance.url}/settings/connection`);
        await expect(page.getByText('1234-5678-9012', { exact: true })).toBeVisible();
        await expect(page.getByText('arn:aws:iam::123456789012:user/sandbox', { exact: true })).toBeVisible();
        await page.getByRole('button', { name: 'Run preflight' }).click();
        await expect(page.getByText('2 permissions are missing.')).toBeVisible({ timeout: 60_000 });
        await expect(page.getByText('Missing: ListFunctions (lambda:ListFunctions)')).toBeVisible();
        await expect(page.getByText('Missing: DeleteMethod (apigateway:DELETE)')).toBeVisible();
        await expect(
          page.getByText('Change sets that need it stop amid their run. Drafts and reviews work.'),
        ).toBeVisible();
        await page
          .getByText(/^2 of 3 permitted/)
          .first()
          .click();
        await expectAccessible(page);
        for (const width of [1440, 390]) {
          await page.setViewportSize({ width, height: 900 });
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          expect(overflow, `sideways scrolling at ${width} px`).toBeLessThanOrEqual(0);
        }
        await page.setViewportSize({ width: 1280, height: 900 });
        await page.goto(`${instance.url}/overview`);
        await expect(page.getByText('2 AWS permissions are missing')).toBeVisible();
        await page.getByRole('link', { name: 'What is missing' }).click();
        await expect(page.getByRole('heading', { level: 1, name: 'Connection' })).toBeVisible();
        await sandbox.liftPolicy();
      });

      await base.step('a policy can be downloaded', async () => {
        const download = page.waitForEvent('download');
        await page.getByRole('link', { name: 'Download policy GatehouseOperator' }).click();
        expect((await download).suggestedFilename()).toBe('GatehouseOperator.json');
      });

      await base.step('another number confirms nothing, the right one lets the tenant go on', async () => {
        await page.getByRole('button', { name: 'Confirm the account' }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('button', { name: 'Allow changes' }).click();
        await expect(dialog.getByText('Type the twelve digits of the account.')).toBeVisible();
        await dialog.getByLabel('Number of the account').fill('2109-8765-4321');
        await dialog.getByRole('button', { name: 'Allow changes' }).click();
        await expect(dialog.getByText(/This is not the number of the account/)).toBeVisible();
        await dialog.getByLabel('Number of the account').fill('1234-5678-9012');
        await dialog.getByRole('button', { name: 'Allow changes' }).click();
        await expect(page.getByText('Changes in account 1234-5678-9012 are confirmed.')).toBeVisible();
        await page.goto(`${instance.url}/tenants/acme`);
        await expect(waiting).toBeHidden();
        const domain = new TenantPage(page).domain('acme.example.com');
        await expect(domain.getByText('Live', { exact: true }).first()).toBeVisible({ timeout: 60_000 });
      });

      await base.step('all of it stands in the audit log', async () => {
        await page.goto(`${instance.url}/audit`);
        for (const deed of ['tried the permissions in AWS account', 'confirmed changes in AWS account'])
          await expect(page.getByText(deed).filter({ visible: true }).first()).toBeVisible();
      });
    });
  },
);

base(
  'Against AWS itself every page says so in red, and without credentials the console says what to do',
  async ({ page }) => {
    base.setTimeout(300_000);
    // Nothing is sent: without credentials there is nothing to sign a call with.
    const nothing = {
      AWS_ACCESS_KEY_ID: '',
      AWS_SECRET_ACCESS_KEY: '',
      AWS_PROFILE: '',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_CONFIG_FILE: '/dev/null',
    };
    const env = { ...nothing, GATEHOUSE_TARGET: 'aws', AWS_REGION: 'eu-central-1', AWS_ENDPOINT_URL: '' };
    await withInstance({ ...env, GATEHOUSE_WORKER: 'off' }, async (instance) => {
      await signIn(page, instance.url);
      for (const width of [1440, 768, 390]) {
        await page.setViewportSize({ width, height: 900 });
        for (const path of ['/tenants', '/settings/connection']) {
          await page.goto(instance.url + path);
          const account = page.getByRole('banner').getByText(/AWS account not known yet · eu-central-1/);
          await expect(account).toBeVisible();
          expect(await account.evaluate((element) => element.getBoundingClientRect().right)).toBeLessThanOrEqual(width);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          expect(overflow, `sideways scrolling at ${width} px`).toBeLessThanOrEqual(0);
        }
      }
      await page.getByRole('button', { name: 'Ask again' }).click();
      await expect(page.getByText('There are no AWS credentials to sign calls with.').first()).toBeVisible();
      await expect(page.getByText(/AWS_PROFILE, or give the machine a role/).first()).toBeVisible();
      await expect(
        page.getByText('Nothing is changed on AWS until an administrator confirms the account'),
      ).toBeVisible();
      await expectAccessible(page);
    });
  },
);
