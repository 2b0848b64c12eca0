import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextEdgeName } from './edge-name';

const wish = { slug: 'acme', label: 'edge', zoneName: 'example.com' };

it.each([
  [[], 'acme.edge.example.com'],
  [['acme.edge.example.com'], 'acme-2.edge.example.com'],
  // Another tenant is called acme-2.
  [['acme.edge.example.com', 'acme-2.edge.example.com'], 'acme-3.edge.example.com'],
  // The first domain is gone: its name is free again.
  [['acme-2.edge.example.com'], 'acme.edge.example.com'],
])('with %j taken: %s', (taken, name) => {
  expect(nextEdgeName({ ...wish, taken })).toBe(name);
});

it('never gives a name out twice, nor one with a label that is too long', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,70}$/), { maxLength: 40 }), (slugs) => {
      const taken: string[] = [];
      for (const slug of slugs) taken.push(nextEdgeName({ ...wish, slug, taken }));
      expect(new Set(taken).size).toBe(taken.length);
      for (const name of taken) expect(name.split('.')[0]?.length).toBeLessThanOrEqual(63);
    }),
  );
});
