import { diagnose, problemsOf, runDoctor } from '../fixtures/doctor';
import { expect, expectAccessible, test } from '../fixtures/test';
import { OnboardingForm } from '../pages/onboarding';
import { TenantPage } from '../pages/tenant';

const zone = 'careless-shop.test';
const hostname = `www.${zone}`;

test('The doctor names the ten most common DNS mistakes, whose turn it is and the fix', async ({
  console: page,
  instance,
  sandbox,
}) => {
  test.setTimeout(300_000);
  const tenant = new TenantPage(page);
  const form = new OnboardingForm(page, instance.url);
  await form.fillUpToReview({ name: 'Careless Shop', host: { hostname } });
  await form.submit();
  await tenant.expectHeadline(hostname, 'Waiting for tenant');
  const cell = (row: number, column: number) =>
    page
      .getByRole('table', { name: /DNS records/ })
      .locator('tbody tr')
      .nth(row)
      .locator('td')
      .nth(column)
      .locator('code')
      .first();
  const [name, value] = [await cell(0, 1).innerText(), await cell(0, 2).innerText()];
  const relative = name.replace(`.${zone}`, '');

  /** Makes a mistake, asks, and takes it back. */
  async function mistake(
    records: { name: string; type: string; values: string[]; force?: boolean }[],
    finding: string,
    says: RegExp,
    host = hostname,
  ) {
    await test.step(finding, async () => {
      for (const record of records) await sandbox.putCustomerRecord(record);
      const report = await diagnose(instance, host);
      expect(report.code).toBe(1);
      expect(problemsOf(report)).toContain(finding);
      const found = report.findings.find(({ check, code }) => `${check}: ${code}` === finding);
      expect(`${found?.sentence} ${found?.fix}`).toMatch(says);
      expect(found).toMatchObject({ actor: 'tenant', message: expect.stringContaining(host) });
      expect(found?.evidence.length).toBeGreaterThan(0);
      for (const record of records) await sandbox.removeCustomerRecord(record);
    });
  }

  // Something has to keep the zone alive while nothing else stands in it.
  await sandbox.putCustomerRecord({ name: `mail.${zone}`, type: 'A', values: ['192.0.2.25'] });
  const cname = (at: string, to: string) => [{ name: at, type: 'CNAME', values: [to] }];
  await mistake(
    cname(`${name}.${zone}`, value),
    'validation-record: doubled-suffix',
    new RegExp(`appends ${zone}.*name ${relative} `),
  );
  await mistake(cname(name.slice(1), value), 'validation-record: underscore-missing', /underscore/);
  await mistake([{ name, type: 'TXT', values: [`"${value}"`] }], 'validation-record: txt-instead-of-cname', /TXT/);
  await mistake(
    cname(name, `${value.replace(/\.$/, '')}.${zone}`),
    'validation-record: target-appended',
    /dot at its end/,
  );
  await mistake(cname(name.replace('.www.', '.'), value), 'validation-record: label-dropped', /wrong level/);
  // The name that ACM asks for: nothing connects to it, so no test leaves this machine.
  await mistake([{ name, type: 'A', values: ['104.16.132.229'] }], 'proxied: validation-proxied', /DNS only/);
  await mistake(cname(`*.${zone}`, 'parking.hoster.test'), 'wildcard: wildcard-shadows', /\*\.careless-shop\.test/);
  await mistake(
    [{ name: zone, type: 'CAA', values: ['0 issue "letsencrypt.org"'] }],
    'caa: caa-forbids-amazon',
    /0 issue "amazon\.com"/,
  );
  await mistake(
    [{ name: zone, type: 'CNAME', values: ['shops.hoster.test'], force: true }],
    'conflicting-records: apex-cname',
    /ALIAS/,
    zone,
  );

  await test.step('the page shows the same, with proof, message and fix', async () => {
    await sandbox.putCustomerRecord({ name: `${name}.${zone}`, type: 'CNAME', values: [value] });
    await page.getByRole('button', { name: `Run the doctor: ${hostname}` }).click();
    const doctor = tenant
      .domain(hostname)
      .locator('section', { has: page.getByRole('heading', { name: 'Doctor', exact: true }) });
    await expect(doctor.getByText(/panel appends careless-shop\.test by itself/).first()).toBeVisible({
      timeout: 40_000,
    });
    await expect(doctor.getByText("Tenant's turn").first()).toBeVisible();
    await doctor
      .getByText(/^Evidence/)
      .first()
      .click();
    await expect(doctor.getByText(/NXDOMAIN/).first()).toBeVisible();
    await expect(doctor.getByText(/checks? passed/)).toBeVisible();
    await expectAccessible(page);
    await sandbox.removeCustomerRecord({ name: `${name}.${zone}`, type: 'CNAME' });
  });

  await test.step('the validation record is right, and the gateway names its target', async () => {
    await sandbox.putCustomerRecord({ name, type: 'CNAME', values: [value] });
    await tenant.checkNow(hostname);
    await expect(page.getByRole('table', { name: /DNS records/ }).getByText(hostname, { exact: true })).toBeVisible({
      timeout: 60_000,
    });
  });
  const target = await cell(1, 2).innerText();

  await mistake(
    [{ name: hostname, type: 'A', values: ['203.0.113.80'] }],
    'conflicting-records: leftover-address',
    /203\.0\.113\.80/,
  );
  await mistake(
    [...cname(hostname, target), { name: hostname, type: 'A', values: ['203.0.113.80'], force: true }].map(
      (record) => ({ ...record, force: true }),
    ),
    'conflicting-records: cname-beside-others',
    /stand alone/,
  );
  await test.step('delegation: stale-delegation', async () => {
    await sandbox.delegate(zone, ['ns-0.awsdns-00.com', 'ns-1.awsdns-00.com']);
    const stale = await diagnose(instance, hostname);
    expect(stale.code).toBe(1);
    expect(problemsOf(stale)).toContain('delegation: stale-delegation');
    await sandbox.delegateBack(zone);
  });

  await test.step('everything is right: exit status 0', async () => {
    await sandbox.putCustomerRecord({ name: hostname, type: 'CNAME', values: [target] });
    await tenant.checkNow(hostname);
    await tenant.expectHeadline(hostname, 'Live', 90_000);
    const report = await diagnose(instance, hostname);
    expect(problemsOf(report)).toEqual([]);
    expect(report).toMatchObject({ code: 0, live: true, note: expect.stringContaining('AWS was asked instead') });
    const text = await runDoctor(instance, hostname);
    expect(text).toMatchObject({ code: 0, stdout: expect.stringContaining(`${hostname}: LIVE`) });
    expect(await runDoctor(instance, '--nonsense')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('npm run doctor'),
    });
  });
});
