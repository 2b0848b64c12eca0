import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expiryOf } from './expiry';

const day = 86_400_000;
const now = new Date('2026-12-01T00:00:00.000Z');
const at = (ms: number) => new Date(now.getTime() + ms).toISOString();
const certificate = (life: number, left: number, type: 'AMAZON_ISSUED' | 'IMPORTED' = 'AMAZON_ISSUED') => ({
  type,
  notBefore: at((left - life) * day),
  notAfter: at(left * day),
  issuedAt: null,
  createdAt: null,
});

describe('how near the end is', () => {
  it.each([
    ['ACM begins to renew', certificate(395, 60), 'fine'],
    ['an eighth of 395 days', certificate(395, 49), 'soon'],
    ['two weeks of 395 days', certificate(395, 14), 'urgent'],
    ['an eighth of 198 days', certificate(198, 24), 'soon'],
    ['30 of 198 days: ACM is at it', certificate(198, 30), 'fine'],
    ['7 of 47 days', certificate(47, 7), 'fine'],
    ['imported, a third of 90 days', certificate(90, 29, 'IMPORTED'), 'soon'],
    ['imported, a week of 90 days', certificate(90, 7, 'IMPORTED'), 'urgent'],
    ['yesterday', certificate(90, -1), 'over'],
  ])('%s', (_, given, level) => {
    expect(expiryOf(given, now)?.level).toBe(level);
  });

  it('is not known before the issue', () => {
    expect(expiryOf({ ...certificate(1, 1), notAfter: null }, now)).toBeNull();
  });

  it('depends on the part of the life alone, whatever its length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 0, max: 100 }), (life, percent) => {
        const left = (life * percent) / 100;
        const one = expiryOf(certificate(life, left), now)?.level;
        const double = expiryOf(certificate(life * 2, left * 2), now)?.level;
        expect(one).toBe(double);
      }),
    );
  });

  it('only gets nearer', () => {
    const order = ['fine', 'soon', 'urgent', 'over'];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 400 }), (life, elapsed) => {
        const given = certificate(life, life);
        const level = (ms: number) => order.indexOf(expiryOf(given, new Date(now.getTime() + ms))?.level ?? '');
        expect(level((elapsed + 1) * day)).toBeGreaterThanOrEqual(level(elapsed * day));
      }),
    );
  });
});
