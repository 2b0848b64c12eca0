import { readFile } from 'node:fs/promises';
import { ACMClient, ListCertificatesCommand } from '@aws-sdk/client-acm';
import {
  APIGatewayClient,
  CreateBasePathMappingCommand,
  CreateDomainNameCommand,
  GetRestApisCommand,
} from '@aws-sdk/client-api-gateway';
import { expect, expectAccessible, test } from '../fixtures/test';

// So many tenants change what others see: from 13 domains on the overview groups them.
test.use({ instanceName: 'import-tenants' });

/** Somebody made a wildcard custom domain name, which serves many hostnames. */
async function makeWildcard(endpoint: string) {
  const config = {
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'sandbox' },
  };
  const gateway = new APIGatewayClient(config);
  const { CertificateSummaryList = [] } = await new ACMClient(config).send(new ListCertificatesCommand({}));
  const domainName = '*.example.com';
  await gateway.send(
    new CreateDomainNameCommand({
      domainName,
      regionalCertificateArn: CertificateSummaryList.find((one) => one.DomainName === domainName)?.CertificateArn,
      endpointConfiguration: { types: ['REGIONAL'] },
      securityPolicy: 'TLS_1_2',
    }),
  );
  const { items = [] } = await gateway.send(new GetRestApisCommand({}));
  await gateway.send(new CreateBasePathMappingCommand({ domainName, restApiId: items[0]?.id, stage: 'prod' }));
}

const good = Array.from({ length: 45 }, (_, index) => `Branch ${index + 1};;branch${index + 1}.example.com;wildcard`);
const bad = [
  ';;nameless.example.com;wildcard',
  'Bad Host;;no such host.example.com;wildcard',
  'Twice;;branch1.example.com;wildcard',
  'Deep;;a.b.example.com;wildcard',
  'Bad Mail;nobody;mail.example.com;wildcard',
];
const file = (rows: string[]) => ({
  name: 'branches.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`\uFEFF${['Customer;E-mail;Domain;Certificate;Stage', ...rows, ''].join('\r\n')}`),
});

test('An operator onboards 45 of 50 from a file, and the bad rows stay', async ({ console: page, instance }) => {
  test.setTimeout(300_000);
  await makeWildcard(instance.sandboxUrl);
  await page.goto(`${instance.url}/tenants/import`);
  await expectAccessible(page);

  await test.step('a file that is no CSV is refused in words', async () => {
    await page.getByLabel('CSV file').setInputFiles({ ...file([]), buffer: Buffer.from('PK\u0003\u0004') });
    await expect(page.getByText('This is no CSV file but a workbook or another kind of file.')).toBeVisible();
  });

  await test.step('every bad row has its error at the cell', async () => {
    // The wildcard is known once the inventory was read again, soon after something was changed in the sandbox.
    await page.goto(`${instance.url}/sandbox`);
    await page.getByLabel('maxDomainNames').fill('121');
    await page.getByRole('button', { name: 'Save dials' }).click();
    await expect(page.getByText('The dials are set.')).toBeVisible();
    await expect(async () => {
      await page.goto(`${instance.url}/tenants/import`);
      await page.getByLabel('CSV file').setInputFiles(file([...good, ...bad]));
      await expect(page.getByText('50 rows, 5 bad.')).toBeVisible({ timeout: 10_000 });
    }).toPass({ timeout: 120_000 });
    const error = (name: string) => page.getByRole('textbox', { name, exact: true });
    await expect(error('Name, line 47')).toHaveAccessibleDescription('Enter the name of the tenant.');
    await expect(error('Hostname, line 48')).toHaveAttribute('aria-invalid', 'true');
    await expect(error('Hostname, line 49')).toHaveAccessibleDescription('Line 2 has this hostname already.');
    await expect(error('Certificate, line 50')).toHaveAccessibleDescription(/\*\.b\.example\.com/);
    await expect(error('Contact e-mail, line 51')).toHaveAccessibleDescription(/Enter an e-mail address/);
    await page.getByLabel('Only bad rows').check();
    await expect(page.getByRole('table', { name: 'Rows of the file' }).locator('tbody tr')).toHaveCount(5);
    await expectAccessible(page);
  });

  await test.step('they can be downloaded with their reasons', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download bad rows' }).click(),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    expect(text.trim().split('\r\n')).toHaveLength(6);
    expect(text).toContain('Hostname: Line 2 has this hostname already.');
  });

  await test.step('the good ones start, pause and go on', async () => {
    await page.getByRole('button', { name: 'Start 45 of 50' }).click();
    await expect(page.getByText(/Batch #\d+ has started with 45 rows\./)).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('5 rows, 5 bad.')).toBeVisible();
    await page.getByRole('link', { name: /Show batch #/ }).click();
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(page.getByText('Paused', { exact: true })).toBeVisible();
    await expect(page.getByTestId('batch-counts')).toContainText('in the queue');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Resume' }).click();
  });

  await test.step('all of them are live', async () => {
    await expect(page.getByText('Finished', { exact: true })).toBeVisible({ timeout: 150_000 });
    await expect(page.getByTestId('batch-counts')).toHaveText('45 live.');
    await page.getByRole('link', { name: 'Branch 45' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Branch 45' })).toBeVisible();
  });
});

test('A row is put right in the table', async ({ console: page, instance }) => {
  await page.goto(`${instance.url}/tenants/import`);
  const rows = ['Fixable;;not a name.example.com;dedicated;prod', 'Fine;;fine.example.com;;prod'];
  await page.getByLabel('CSV file').setInputFiles(file(rows));
  await expect(page.getByText('2 rows, 1 bad.')).toBeVisible();
  await page.getByLabel('Hostname, line 2').fill('fixable.example.com');
  await page.getByLabel('Hostname, line 2').press('Enter');
  await expect(page.getByText('2 rows, all good.')).toBeVisible();
  await expect(page.getByLabel('Hostname, line 2')).not.toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByRole('button', { name: 'Start 2', exact: true })).toBeVisible();
});
