import { defineConfig, devices } from '@playwright/test';
import { browserArguments } from './scripts/test/browser.mjs';

export default defineConfig({
  testDir: 'e2e/tests',
  globalSetup: './e2e/prepare-data.ts',
  fullyParallel: false,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // For machines at a third of the usual pace; nothing of it is ever waited for.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    // Recording takes more of two cores than it is worth in each run: `npm run e2e -- --trace retain-on-failure` when one fails.
    trace: 'off',
    launchOptions: {
      executablePath: process.env.GATEHOUSE_CHROMIUM,
      args: browserArguments,
    },
  },
});
