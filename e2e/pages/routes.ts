import { expect, type Locator, type Page } from '@playwright/test';

/** The routes of the gateway: list, editor, review, deployments. */
export class RoutesPage {
  constructor(
    readonly page: Page,
    readonly url: string,
  ) {}

  async openRoute(path: string, verb: string, tab?: string) {
    const query = new URLSearchParams({ path, verb, ...(tab ? { tab } : {}) });
    await this.page.goto(`${this.url}/routes/edit?${query}`);
    await expect(this.page.getByRole('heading', { level: 1, name: path })).toBeVisible();
  }

  async openTab(name: string) {
    await this.page.getByRole('tab', { name }).click();
  }

  /** Fills the line that "Add mapping" has made, the last one. */
  async addMapping(mapping: { name: string; source: string; text: string }): Promise<Locator> {
    const list = this.page.getByRole('list', { name: 'Mappings to the back end' });
    await this.page.getByRole('button', { name: 'Add mapping' }).first().click();
    const line = list.getByRole('listitem').last();
    await line.getByLabel(/^Name of line/).fill(mapping.name);
    await line.getByLabel(`Source of ${mapping.name}`).selectOption({ label: mapping.source });
    await line.getByLabel(`${mapping.source} for ${mapping.name}`).fill(mapping.text);
    return line;
  }

  /** Saves to the draft; answers the change set's number. */
  async save(): Promise<number> {
    await this.page.getByRole('button', { name: /^Save to/ }).click();
    const toast = this.page.getByText(/^Saved to #\d+\.$/).first();
    await expect(toast).toBeVisible();
    return Number(/#(\d+)/.exec(await toast.innerText())?.[1]);
  }

  async openChangeSet(number: number) {
    await this.page.goto(`${this.url}/changes/${number}`);
    await expect(this.page.getByText(`#${number} by`)).toBeVisible();
  }

  /** Applies the change set in view; `stage` null leaves it at the working copy. */
  async apply(stage: string | null) {
    await this.page.getByRole('button', { name: 'Apply…' }).click();
    const dialog = this.page.getByRole('dialog');
    if (stage !== null) await dialog.getByRole('radio', { name: `Deploy to ${stage}` }).check();
    await dialog.getByRole('button', { name: /^Apply/ }).click();
    await expect(dialog).toHaveCount(0);
  }

  async expectState(state: string, timeout = 60_000) {
    const header = this.page.locator('header').filter({ has: this.page.getByRole('heading', { level: 1 }) });
    await expect(header.getByText(state, { exact: true })).toBeVisible({ timeout });
  }

  /** "Edits go to": begins a change set of its own. */
  async beginChangeSet(name: string) {
    await this.page.goto(`${this.url}/routes`);
    await this.page.getByRole('region', { name: 'Change set' }).getByRole('button', { name: 'New' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByRole('button', { name: 'Begin' }).click();
    await expect(dialog).toHaveCount(0);
  }
}
