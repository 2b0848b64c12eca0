import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugSchema } from '@/lib/tenants/schemas';
import { suggestSlug } from '@/lib/tenants/suggest-slug';

describe('suggestSlug', () => {
  it.each([
    ['Customer One', 'customer-one'],
    ['  Ærø & Søn A/S ', 'aero-and-son-a-s'],
    ['Straßenbau Müller GmbH', 'strassenbau-muller-gmbh'],
    ["Joe's Diner", 'joes-diner'],
    ['3M', 'm-tenant'],
    ['New', 'new-tenant'],
    ['株式会社', ''],
    ['a'.repeat(60), 'a'.repeat(40)],
  ])('%s', (name, slug) => {
    expect(suggestSlug(name)).toBe(slug);
  });

  it('is empty or valid, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (name) => {
        const slug = suggestSlug(name);
        expect(slug === '' || slugSchema.safeParse(slug).success).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
