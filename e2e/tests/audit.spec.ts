import { execFile } from 'node:child_process';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { expect } from '@playwright/test';
import type { Instance } from '../fixtures/instance';
import { test } from '../fixtures/own-instance';
import { signIn } from '../fixtures/sign-in';

/** `npm run audit:verify` as an operator runs it. */
function verify(instance: Instance): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(
      'npm',
      ['run', '--silent', 'audit:verify'],
      { env: { ...process.env, NODE_OPTIONS: '', GATEHOUSE_DATA_DIR: instance.dataDir } },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
    );
  });
}

test('Somebody changes a row of the audit log past the console; the command, the panel and the overview name it', async ({
  page,
  instance,
}) => {
  test.slow();
  await signIn(page, instance.url);
  await page.goto(`${instance.url}/settings/audit`);

  await test.step('the whole log is verified, as somebody asked for', async () => {
    await page.getByRole('button', { name: 'Verify now' }).click();
    await expect(page.getByText(/^Verified .* for ada@example\.org/)).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText(/^Whole: \d+ rows/)).toBeVisible();
  });

  await test.step('everything from the click is together', async () => {
    await page.goto(`${instance.url}/audit?action=audit.verification-asked`);
    await page
      .getByRole('link', { name: 'Everything from this click (2)' })
      .or(page.locator('summary'))
      .first()
      .click();
    await page.getByRole('link', { name: 'Everything from this click (2)' }).click();
    await expect(page.getByText('Everything from one click', { exact: true })).toBeVisible();
    const log = page.getByRole('list', { name: 'Audit log' });
    await expect(log.getByText('verified the', { exact: true })).toBeVisible();
    await expect(log.getByText('asked to verify the', { exact: true })).toBeVisible();
  });

  await test.step('the log can be downloaded, and that stands in it', async () => {
    await page.goto(`${instance.url}/audit?search=ada`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^audit-log-.*\.csv$/);
    await page.goto(`${instance.url}/audit?action=audit.exported`);
    await expect(page.getByRole('list', { name: 'Audit log' }).getByText('downloaded the').first()).toBeVisible();
  });

  expect((await verify(instance)).code).toBe(2);
  await instance.interrupt();
  expect(await verify(instance)).toMatchObject({ code: 0, output: expect.stringContaining('whole: ') });

  const database = await PGlite.create(path.join(instance.dataDir, 'db'));
  await database.exec('alter table audit_events disable trigger all');
  await database.exec("update audit_events set actor_name = 'nobody' where action = 'user.signed-in'");
  const { rows } = await database.query<{ id: number }>("select id from audit_events where action = 'user.signed-in'");
  await database.exec('alter table audit_events enable trigger all');
  await database.close();
  const broken = `event ${rows[0]?.id}`;

  const found = await verify(instance);
  expect(found.code).toBe(1);
  expect(found.output).toContain(`${broken}, user.signed-in`);
  expect(found.output).toContain('The row was changed');

  await instance.start();
  await page.goto(`${instance.url}/settings/audit`);
  await page.getByRole('button', { name: 'Verify now' }).click();
  await expect(page.getByText(/^The audit log is broken at place \d+/)).toBeVisible({ timeout: 60_000 });
  for (const where of ['/audit', '/overview']) {
    await page.goto(instance.url + where);
    await expect(page.getByText(/^The audit log is broken at place \d+/)).toBeVisible();
  }
  await page.getByRole('link', { name: broken, exact: true }).click();
  await expect(page.getByText('user.signed-in').first()).toBeVisible();
});
