import { expect, expectAccessible, test } from '../fixtures/test';
import { OnboardingForm } from '../pages/onboarding';
import { TenantPage } from '../pages/tenant';

const faults = [
  {
    name: 'throttled',
    fault: {
      operation: 'CreateDomainName',
      kind: 'error',
      status: 429,
      code: 'TooManyRequestsException',
      message: 'Too Many Requests',
      count: 4,
    },
  },
  {
    name: 'answering 500',
    fault: {
      operation: 'CreateDomainName',
      kind: 'error',
      status: 500,
      code: 'InternalServerErrorException',
      message: 'boom',
      count: 3,
    },
  },
  { name: 'silent', fault: { operation: 'CreateDomainName', kind: 'hang', count: 1 } },
  { name: 'cut off after the effect', fault: { operation: 'CreateDomainName', kind: 'reset-after', count: 1 } },
] as const;

for (const [index, { name, fault }] of faults.entries()) {
  test(`AWS is ${name} in the middle of an onboarding: the page says so, and it goes live all the same`, async ({
    console: page,
    instance,
    sandbox,
  }) => {
    const hostname = `fault${index}.example.com`;
    await sandbox.addFault({ service: 'apigateway', ...fault });
    const form = new OnboardingForm(page, instance.url);
    await form.fillUpToReview({
      name: `Fault ${index}`,
      host: { label: `fault${index}` },
      certificate: '*.example.com',
    });
    await form.submit();
    const tenant = new TenantPage(page);
    if (fault.kind !== 'reset-after') {
      await expect(tenant.domain(hostname).getByText(/AWS/).first()).toBeVisible({ timeout: 30_000 });
    }
    await tenant.expectHeadline(hostname, 'Live', 110_000);
    await sandbox.clearFaults();
  });
}

test('A proxy in front of AWS answers HTML: pages still render, say when they last saw AWS, and recover', async ({
  console: page,
  instance,
  sandbox,
}) => {
  await sandbox.addFault({ service: '*', operation: '*', kind: 'html', status: 502 });
  try {
    await page.goto(`${instance.url}/certificates`);
    await expect(page.getByText('customer1.example.com').first()).toBeVisible();
    await expect(async () => {
      await page.reload();
      await expect(page.getByText(/last (seen|confirmed|read)/i).first()).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 100_000 });
    await expectAccessible(page);
    await page.goto(`${instance.url}/tenants/customer1`);
    await new TenantPage(page).expectHeadline('customer1.example.com', 'Live');
  } finally {
    await sandbox.clearFaults();
  }
});
