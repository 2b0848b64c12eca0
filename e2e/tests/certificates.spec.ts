import { request } from 'node:https';
import { makeTestCertificate } from '../../sandbox/testing/test-certificate';
import type { Instance } from '../fixtures/instance';
import { test as alone } from '../fixtures/own-instance';
import { SandboxControl } from '../fixtures/sandbox';
import { signIn } from '../fixtures/sign-in';
import { expect, expectAccessible, fastDials, test } from '../fixtures/test';
import { OnboardingForm } from '../pages/onboarding';
import { TenantPage } from '../pages/tenant';

test('An operator requests a certificate for two names and publishes its records', async ({
  console: page,
  instance,
}) => {
  await page.goto(`${instance.url}/certificates`);
  await page.getByRole('link', { name: 'Request certificate' }).click();
  const names = page.getByLabel('Names', { exact: true });
  await names.fill('both.example.com\nboth.*.example.com');
  await expect(page.getByText(/A \* is allowed only as the whole first label/)).toBeVisible();
  await page.getByRole('button', { name: 'Request certificate' }).click();
  await expect(names).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await names.fill('both.example.com\n*.both.example.com');
  await page.getByLabel('Publish the validation records in our zones at once').check();
  await page.getByRole('button', { name: 'Request certificate' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'both.example.com' })).toBeVisible({ timeout: 30_000 });
  // ACM finds the record by itself, and the page shows it by itself.
  await expect(page.getByText('Issued', { exact: true })).toBeVisible({ timeout: 90_000 });
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByText(/Nothing uses it, and ACM renews only what is in use/)).toBeVisible();
  await expect(page.getByRole('list', { name: 'Validation records on the public DNS' })).toContainText('Published');
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('both.example.com');
  await page.getByRole('button', { name: 'Delete certificate' }).click();
  await expect(page).toHaveURL(/\/certificates$/);
  const sortBy = page.getByRole('navigation', { name: 'Sort: Certificates' });
  await sortBy.getByRole('link', { name: 'Names' }).click();
  await expect(page).toHaveURL(/\/certificates\?sort=name$/);
  await sortBy.getByRole('link', { name: /^Names/ }).click();
  await expect(page).toHaveURL(/\/certificates\?sort=name&dir=desc$/);
  await expect(sortBy.getByRole('link', { name: /^Names/ })).toHaveAttribute('aria-current', 'true');
  await expectAccessible(page);
});

test('A certificate of the own is imported, once its key is the right one', async ({ console: page, instance }) => {
  const root = await makeTestCertificate({ names: [], isAuthority: true, subject: 'CN=House CA' });
  const [own, other] = await Promise.all(
    ['imported.example.com', 'other.example.com'].map((name) => makeTestCertificate({ names: [name], signer: root })),
  );
  await page.goto(`${instance.url}/certificates/import`);
  const key = page.getByLabel('Private key', { exact: true });
  const certificate = page.getByLabel('Certificate', { exact: true });
  const file = (name: string, text = '') => ({ name, mimeType: 'application/x-pem-file', buffer: Buffer.from(text) });
  await page.getByLabel('File with the certificate').setInputFiles(file('own.key', own?.keyPem));
  await expect(page.getByText('own.key holds a private key; it belongs into its own field only.')).toBeVisible();
  await expect(certificate).toHaveValue('');
  await page.getByLabel('File with the certificate').setInputFiles(file('own.crt', own?.pem));
  await expect(certificate).toHaveValue(own?.pem.trim() ?? '');
  await page.getByLabel('File with the chain').setInputFiles(file('root.pem', root.pem));
  await key.fill(other?.keyPem ?? '');
  await page.getByRole('button', { name: 'Import certificate' }).click();
  await expect(page.getByText('This key does not belong to the certificate of imported.example.com.')).toBeVisible();
  await expect(page.getByText(/a root that browsers don't know/)).toBeVisible();
  await expect(key).toHaveValue('');
  await expectAccessible(page);
  await page.getByLabel('Our clients trust its authority, though browsers do not').check();
  await key.fill(own?.keyPem ?? '');
  await page.getByRole('button', { name: 'Import certificate' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'imported.example.com' })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(/ACM does not renew it: import its successor in time/).first()).toBeVisible();
});

/** Asks the data plane again and again, each time by a new TLS connection. */
function load({ ports }: Instance, hostname: string, ca: string) {
  const seen = { answered: 0, failed: [] as string[] };
  let stopped = false;
  const ask = () =>
    new Promise<void>((resolve) => {
      const at = { host: '127.0.0.1', port: ports.https, servername: hostname, headers: { host: hostname }, ca };
      const sent = request({ ...at, agent: false, path: '/health' }, (answer) => {
        // Any answer of the gateway counts; a wrong certificate or a closed connection does not.
        if (answer.headers['x-amzn-requestid']) seen.answered += 1;
        else seen.failed.push(`status ${answer.statusCode}`);
        answer.resume().on('end', resolve);
      });
      sent.on('error', (error) => {
        seen.failed.push(error.message);
        resolve();
      });
      sent.end();
    });
  const client = async () => {
    while (!stopped) {
      await ask();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const running = Promise.all([client(), client()]);
  return {
    seen,
    async stop() {
      stopped = true;
      await running;
      return seen;
    },
  };
}

test('A certificate is replaced under load without a failed request', async ({ console: page, instance }) => {
  test.slow();
  const hostname = 'steady.example.com';
  const form = new OnboardingForm(page, instance.url);
  const tenant = new TenantPage(page);
  await form.fillUpToReview({ name: 'Steady', host: { label: 'steady' } });
  await form.submit();
  await tenant.expectHeadline(hostname, 'Live', 90_000);
  const running = load(instance, hostname, await instance.caPem());
  await test.step('from its own to the shared wildcard', async () => {
    await tenant.domain(hostname).getByRole('button', { name: 'Replace' }).click();
    await expectAccessible(page);
    await page
      .getByRole('radio', { name: /example\.com/ })
      .first()
      .check();
    await page.getByRole('button', { name: 'Replace certificate' }).click();
    await expect(tenant.domain(hostname).getByText('Shared, or not made for this domain alone.')).toBeVisible({
      timeout: 30_000,
    });
    await expect(tenant.domain(hostname).getByText(`${hostname} is on the gateway.`).first()).toBeVisible({
      timeout: 60_000,
    });
  });
  const { answered, failed } = await running.stop();
  expect(failed).toEqual([]);
  expect(answered).toBeGreaterThan(20);
});

// The clock moves forward only, and what the sandbox issues then is of the future: not for an instance that others share.
alone('A certificate that timed out after 72 hours is requested anew by itself', async ({ page, instance }) => {
  alone.setTimeout(240_000);
  const sandbox = new SandboxControl(instance);
  await sandbox.setDials(fastDials);
  await signIn(page, instance.url);
  const hostname = 'www.late-shop.test';
  const form = new OnboardingForm(page, instance.url);
  const tenant = new TenantPage(page);
  await form.fillUpToReview({ name: 'Late Shop', host: { hostname } });
  await form.submit();
  await tenant.expectHeadline(hostname, 'Waiting for tenant');
  await sandbox.moveClock(73 * 3_600_000);
  await expect(async () => {
    await tenant.checkNow(hostname);
    await expect(
      tenant
        .domain(hostname)
        .getByText(/Requested anew, the 2nd of 4/)
        .first(),
    ).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 90_000 });
  await tenant.expectHeadline(hostname, 'Waiting for tenant');
  await expect(page.getByText(/asked anew, after ACM gave up, for the certificate of/).first()).toBeVisible();
});
