import { randomBytes } from 'node:crypto';
import { test as base } from '@playwright/test';
import pg from 'pg';
import { CuttableProxy } from '../fixtures/cuttable-proxy';
import { Instance } from '../fixtures/instance';
import { signIn } from '../fixtures/sign-in';
import { expect, expectAccessible } from '../fixtures/test';
import { TenantPage } from '../pages/tenant';

const postgres = process.env.TEST_DATABASE_URL;

base(
  'On PostgreSQL: while the database is away, health and pages say so; afterwards all is as before',
  async ({ page }) => {
    base.skip(!postgres, 'there is no PostgreSQL here');
    const url = new URL(postgres ?? '');
    const name = `gatehouse_${randomBytes(6).toString('hex')}`;
    const admin = new pg.Client({ connectionString: url.href });
    await admin.connect();
    await admin.query(`create database ${name}`);
    const proxy = await CuttableProxy.start({ host: url.hostname, port: Number(url.port || 5432) });
    url.port = String(proxy.port);
    url.hostname = '127.0.0.1';
    url.pathname = `/${name}`;
    const instance = await Instance.create({ DATABASE_URL: url.href });
    try {
      await instance.start();
      await signIn(page, instance.url);
      // Before the first sync there is no such tenant, and the page that says so doesn't look again.
      await expect(async () => {
        await page.goto(`${instance.url}/tenants/customer1`);
        await new TenantPage(page).expectHeadline('customer1.example.com', 'Live', 10_000);
      }).toPass({ timeout: 120_000 });

      await proxy.cut();
      const down = await fetch(`${instance.url}/api/health`);
      expect(down.status).toBe(503);
      expect(await down.json()).toMatchObject({ status: 'down', database: 'down' });
      await page.goto(`${instance.url}/tenants`);
      await expect(page.getByText(/database/i).first()).toBeVisible();
      await expectAccessible(page);

      await proxy.mend();
      await expect.poll(async () => (await fetch(`${instance.url}/api/health`)).status, { timeout: 60_000 }).toBe(200);
      await page.goto(`${instance.url}/tenants`);
      await expect(page.getByRole('link', { name: 'Customer One' })).toBeVisible();
    } finally {
      await instance.dispose();
      await proxy.cut();
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.end();
    }
  },
);
