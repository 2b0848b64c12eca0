import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { method } from '@/lib/gateway/testing/arbitraries';
import { integrationKinds } from '@/lib/integrations/kinds';
import { backEndOf, emptyBackEnd, problemsOf, withBackEnd } from './state';

describe('form of a back end', () => {
  it('shows an integration so that saving it unchanged changes nothing', () => {
    fc.assert(
      fc.property(method(), (value) => {
        const backEnd = backEndOf(value);
        if (backEnd !== null) expect(withBackEnd(value, backEnd, '/orders')).toEqual(value);
      }),
      { numRuns: 100 },
    );
  });

  it('is none where the route calls nothing', () => {
    const [value] = fc.sample(method(), { numRuns: 1, seed: 3 });
    expect(value && backEndOf({ ...value, integration: null })).toBeNull();
  });

  it.each(integrationKinds.filter((kind) => kind !== 'mock'))('of %s has fields to fill in', (kind) => {
    expect(Object.keys(problemsOf(emptyBackEnd(kind, 'eu-central-1')))).not.toEqual([]);
  });

  it('of a mock answers 200 at once', () => {
    expect(problemsOf(emptyBackEnd('mock', 'eu-central-1'))).toEqual({});
  });
});
