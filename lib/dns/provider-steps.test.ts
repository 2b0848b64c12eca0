import { expect, it } from 'vitest';
import { providerSteps, stepsIdOf } from './provider-steps';
import { dnsProviders } from './providers';

it.each(Object.entries(providerSteps))('%s: has a way to the form, and names its fields', (_, steps) => {
  expect(steps.open.length).toBeGreaterThan(1);
  expect(steps.open.join(' ')).toContain('{zone}');
  for (const text of [...steps.open, ...steps.notes, steps.apex]) expect(text).toMatch(/[.!]$/);
});

it('finds them by the detected provider, and has general ones for everybody else', () => {
  expect(stepsIdOf({ id: 'cloudflare' })).toBe('cloudflare');
  expect(stepsIdOf({ id: 'hetzner' })).toBe('other');
  expect(stepsIdOf(null)).toBe('other');
  const known = dnsProviders.filter(({ id }) => stepsIdOf({ id }) !== 'other');
  expect(known).toHaveLength(Object.keys(providerSteps).length - 1);
  expect(providerSteps.cloudflare.open.join(' ')).toMatch(/DNS only.*grey/);
});
