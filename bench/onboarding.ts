import type { Browser } from '@playwright/test';
import { Instance } from '../e2e/fixtures/instance';
import { signIn } from '../e2e/fixtures/sign-in';
import { OnboardingForm } from '../e2e/pages/onboarding';
import { TenantPage } from '../e2e/pages/tenant';
import type { Measure } from './measure';

interface Calls {
  total: number;
  throttled: number;
}

/** One managed domain with a certificate of its own, on the sandbox's default dials and AWS's documented pace. */
export async function measureOnboarding(browser: Browser): Promise<Measure[]> {
  const instance = await Instance.create({ GATEHOUSE_AWS_QUOTA_SCALE: '1' });
  const context = await browser.newContext();
  try {
    await instance.start();
    const page = await context.newPage();
    await signIn(page, instance.url);
    const form = new OnboardingForm(page, instance.url);
    await form.fillUpToReview({ name: 'Bench', host: { label: 'bench' } });
    await fetch(`${instance.sandboxUrl}/_sandbox/calls`, { method: 'DELETE' });
    const started = performance.now();
    await form.submit();
    await new TenantPage(page).expectHeadline('bench.example.com', 'Live', 120_000);
    const seconds = (performance.now() - started) / 1000;
    const answer = await fetch(`${instance.sandboxUrl}/_sandbox/calls`);
    const calls = (await answer.json()) as Calls;
    return [
      { name: 'onboarding of a managed domain, submit to Live', value: seconds, unit: 's', aim: null },
      {
        name: 'onboarding of a managed domain, AWS calls (inventory sync included)',
        value: calls.total,
        unit: 'calls',
        aim: null,
      },
      { name: 'onboarding of a managed domain, throttled calls', value: calls.throttled, unit: 'calls', aim: 0 },
    ];
  } finally {
    await context.close();
    await instance.dispose();
  }
}
