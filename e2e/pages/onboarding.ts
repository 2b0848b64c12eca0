import { expect, type Page } from '@playwright/test';

interface NewTenant {
  name: string;
  contactEmail?: string;
  /** A subdomain of a zone of ours, or a whole hostname of the customer's. */
  host: { label: string; zone?: string } | { hostname: string };
  /** Part of the label of a certificate; a dedicated one when absent. */
  certificate?: string;
  paths?: { basePath: string; stage: string }[];
}

/** The form "Onboard tenant", as an operator goes through it. */
export class OnboardingForm {
  constructor(
    readonly page: Page,
    private readonly url: string,
  ) {}

  async open() {
    await this.page.goto(`${this.url}/tenants/new`);
    await expect(this.page.getByRole('heading', { level: 2, name: 'Tenant' })).toBeVisible();
  }

  async next(step: 'Hostname' | 'Certificate' | 'Paths' | 'Review') {
    await this.page.getByRole('button', { name: 'Next' }).click();
    await expect(this.page.getByRole('heading', { level: 2, name: step })).toBeVisible({ timeout: 20_000 });
  }

  async fillTenant({ name, contactEmail }: Pick<NewTenant, 'name' | 'contactEmail'>) {
    await this.page.getByLabel('Name', { exact: true }).fill(name);
    if (contactEmail) await this.page.getByLabel('Contact e-mail').fill(contactEmail);
  }

  async fillHost(host: NewTenant['host']) {
    if ('hostname' in host) {
      await this.page.getByRole('radio', { name: "Customer's own domain" }).check();
      await this.page.getByLabel('Hostname', { exact: true }).fill(host.hostname);
    } else {
      await this.page.getByRole('radio', { name: 'Subdomain of one of our zones' }).check();
      await this.page.getByLabel('Zone', { exact: true }).selectOption({ label: host.zone ?? 'example.com' });
      await this.page.getByLabel('Name in the zone').fill(host.label);
    }
  }

  async chooseCertificate(label: string) {
    await this.page.getByRole('radio', { name: label }).first().check();
  }

  /** From the first field to the review. */
  async fillUpToReview(tenant: NewTenant) {
    await this.open();
    await this.fillTenant(tenant);
    await this.next('Hostname');
    await this.fillHost(tenant.host);
    await this.next('Certificate');
    if (tenant.certificate) await this.chooseCertificate(tenant.certificate);
    await this.next('Paths');
    for (const [index, path] of (tenant.paths ?? []).entries()) {
      if (index > 0) await this.page.getByRole('button', { name: 'Add a path' }).click();
      await this.page.getByLabel('Base path').nth(index).fill(path.basePath);
      await this.page.getByLabel('Stage').nth(index).selectOption(path.stage);
    }
    await this.next('Review');
    await expect(this.page.getByRole('heading', { name: 'What will happen' })).toBeVisible({ timeout: 20_000 });
  }

  async submit() {
    await this.page.getByRole('button', { name: 'Onboard tenant' }).click();
    await expect(this.page).toHaveURL(/\/tenants\/(?!new)[a-z0-9-]+$/, { timeout: 20_000 });
  }
}
