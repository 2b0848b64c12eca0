import { expect, type Locator, type Page } from '@playwright/test';

/** A tenant's page. */
export class TenantPage {
  constructor(readonly page: Page) {}

  domain(hostname: string): Locator {
    return this.page.getByRole('region', { name: hostname, exact: true });
  }

  /** The headline that stands beside the hostname. */
  async expectHeadline(hostname: string, headline: string, timeout = 40_000) {
    const heading = this.domain(hostname).getByRole('heading', { level: 2, name: hostname });
    await expect(heading.locator('xpath=..').getByText(headline, { exact: true })).toBeVisible({ timeout });
  }

  /** Doesn't wait for the next check by itself. */
  async checkNow(hostname: string) {
    await this.page.getByRole('button', { name: `Check now: ${hostname}` }).click();
  }

  /** Sends a request from "Try it". */
  async tryIt(hostname: string, path: string) {
    const domain = this.domain(hostname);
    await domain.getByLabel('Path').fill(path);
    await domain.getByRole('button', { name: 'Send' }).click();
    return domain.getByRole('region', { name: 'Answer' });
  }

  /** The command for the shell that the page prints. */
  async curlCommand(hostname: string): Promise<string> {
    return (
      await this.domain(hostname)
        .locator('pre', { hasText: /^curl / })
        .innerText()
    ).trim();
  }

  async remove(slug: string) {
    await this.page.getByRole('button', { name: 'Remove tenant' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('textbox').fill(slug);
    await dialog.getByRole('button', { name: 'Remove tenant' }).click();
  }
}
